import { afterAll, describe, expect, test } from 'vitest'
import type { ProblemCode } from '#shared/contract/problem.ts'
import { draft, five, NO_CARD, publish, withdraw } from '#tests/support/cards.ts'
import { createPerson, etag, type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, nadia } = await startTown()
afterAll(() => portal.stop())

const nobody = createPerson(portal.origin, 'nobody', 'no.token.atall')
const BIG = `{"title":"${'x'.repeat(256 * 1024)}"}`

/** Each request has two things wrong with it: the first of API.md's order is told. */
describe('Of several faults the first in the contract’s order is told', () => {
  const told = (who: Person, code: ProblemCode, method: string, path: string, body: unknown, headers = {}) =>
    refused(who.send(method, path, body, headers), code)
  const text = { 'content-type': 'text/plain' }

  test('401 before anything', async () => {
    await told(nobody, 'unauthenticated', 'POST', '/initiatives', '{', text)
    await told(nobody, 'unauthenticated', 'POST', '/initiatives', BIG)
    await told(nobody, 'unauthenticated', 'POST', '/no-such-path', '{', text)
    await told(nobody, 'unauthenticated', 'PUT', '/catalogue', '{', text)
  })

  test('415 before 400, 413 before 400, 400 before 422', async () => {
    await told(mette, 'unsupported_media_type', 'POST', '/initiatives', '{', text)
    await told(mette, 'too_large', 'POST', '/initiatives', BIG.slice(0, -1))
    await told(mette, 'malformed_json', 'POST', '/initiatives', '{"title":7', { 'idempotency-key': '' })
  })

  test('415 before 413, also by what a body says of itself', async () => {
    await told(mette, 'unsupported_media_type', 'POST', '/initiatives', BIG, text)
    const packed = { 'content-encoding': 'gzip' }
    await told(mette, 'unsupported_media_type', 'POST', '/initiatives', BIG, packed)
  })

  test('an unreadable Portal-Seen is of the shape: after 415, 413 and 400, before 404 and 403', async () => {
    const seen = { 'portal-seen': 'x' }
    await told(mette, 'unsupported_media_type', 'POST', '/initiatives', '{', { ...text, ...seen })
    await told(mette, 'too_large', 'POST', '/initiatives', BIG, seen)
    await told(mette, 'malformed_json', 'POST', '/initiatives', '{', seen)
    await told(mette, 'invalid', 'POST', '/initiatives', five, seen)
    await told(mette, 'invalid', 'PUT', `/initiatives/${NO_CARD}/reactions/me`, undefined, seen)
    await told(nadia, 'invalid', 'POST', '/initiatives', five, seen)
    await told(mette, 'invalid', 'GET', `/initiatives/${NO_CARD}`, undefined, seen)
  })

  test('422 of the shape before 404 and 403', async () => {
    await told(mette, 'invalid', 'PATCH', `/initiatives/${NO_CARD}`, { title: 7 })
    await told(nadia, 'invalid', 'POST', '/initiatives', { title: 7 })
    await told(nadia, 'cpr_number', 'POST', '/initiatives', { title: '010203-1234' })
    await told(mette, 'invalid', 'POST', `/initiatives/${NO_CARD}/comments`, {})
    await told(mette, 'invalid', 'PUT', `/initiatives/x/adoptions/y`, {})
  })

  test('what cannot be an id is 404 and leaves nothing behind that nobody waits for', async () => {
    const unheard: unknown[] = []
    const hear = (reason: unknown) => unheard.push(reason)
    process.on('unhandledRejection', hear)
    const paths = [
      ['PATCH', '', { title: 'Ny' }],
      ['POST', '/publish', undefined],
      ['POST', '/withdraw', { reason: 'Forældet' }],
      ['POST', '/comments', { text: 'Hvordan?', kind: 'question' }],
      ['PUT', '/adoptions/oekonomi', { stage: 'trying' }],
      ['DELETE', '/adoptions/oekonomi', undefined],
      ['PUT', '/reactions/me', undefined],
      ['PUT', '/spotlight', { reason: 'Se' }],
      ['POST', '/reports', { reason: 'Et navn' }],
      ['GET', '/comments', undefined],
      ['GET', '/adoptions', undefined],
      ['GET', '', undefined],
    ] as const
    for (const [method, path, body] of paths)
      await told(lis, 'not_found', method, `/initiatives/no-id${path}`, body, { 'if-match': '"1"' })
    process.off('unhandledRejection', hear)
    expect(unheard).toEqual([])
  })

  test('404 before 403', async () => {
    const hidden = await draft(mette)
    await told(nadia, 'not_found', 'PATCH', `/initiatives/${hidden.id}`, { title: 'Ny' })
    await told(lis, 'not_found', 'PUT', `/initiatives/${hidden.id}/spotlight`, { reason: 'Se' })
  })

  test('403 before 409', async () => {
    const { id } = await publish(mette)
    await told(lis, 'forbidden', 'PUT', `/initiatives/${id}/adoptions/boernemyndighed`, { stage: 'trying' })
    await withdraw(mette, id)
    await told(mette, 'forbidden', 'DELETE', `/initiatives/${id}`, undefined, etag(9))
  })

  test('409 before 428 and 412, and those before the 422 that needs the card', async () => {
    const { id } = await publish(mette)
    await told(mette, 'if_match_required', 'PATCH', `/initiatives/${id}`, { title: null })
    await told(mette, 'stale', 'PATCH', `/initiatives/${id}`, { title: null }, etag(9))
    await told(mette, 'invalid', 'PATCH', `/initiatives/${id}`, { title: null }, etag(1))
    await withdraw(mette, id)
    await told(mette, 'not_editable', 'PATCH', `/initiatives/${id}`, { title: null })
    await told(mette, 'conflict', 'POST', `/initiatives/${id}/withdraw`, { reason: 'Andet' }, etag(9))
  })

  test('a key that was used for another body is told before what the card would say', async () => {
    const key = { 'idempotency-key': 'once' }
    expect((await mette.send('POST', '/initiatives', five, key)).status).toBe(201)
    const origin = { kind: 'copy', initiativeId: NO_CARD }
    await told(mette, 'idempotency_key_reused', 'POST', '/initiatives', { ...five, origin }, key)
  })
})

describe('A body', () => {
  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/vnd.x+json',
  ])('may be said to be %s', async type => {
    expect((await mette.send('POST', '/initiatives', five, { 'content-type': type })).status).toBe(201)
  })

  test.each(['text/json', 'application/xml', 'multipart/form-data', 'application/x-www-form-urlencoded', ''])(
    'may not be %j',
    async type => {
      await refused(
        mette.send('POST', '/initiatives', five, { 'content-type': type }),
        'unsupported_media_type',
      )
    },
  )

  test.each(['', '{', "{'a':1}", '\u0000', '{"a":1}{'])('that is %j is no JSON', async body => {
    await refused(mette.send('POST', '/initiatives', body), 'malformed_json')
  })

  test('must be UTF-8', async () => {
    const latin1 = new Uint8Array(Buffer.from('{"title":"Møde"}', 'latin1'))
    const sent = (body: BodyInit, more = {}) =>
      fetch(`${portal.origin}/api/v1/initiatives`, {
        method: 'POST',
        headers: { authorization: `Bearer ${mette.token}`, 'content-type': 'application/json' },
        body,
        ...more,
      })
    await refused(sent(latin1), 'malformed_json')
    await refused(sent(new Blob([latin1]).stream(), { duplex: 'half' }), 'malformed_json')
  })

  test('is not compressed', async () => {
    const headers = { 'content-encoding': 'gzip' }
    await refused(mette.send('POST', '/initiatives', five, headers), 'unsupported_media_type')
    const plain = await mette.send('POST', '/initiatives', five, { 'content-encoding': 'identity' })
    expect(plain.status).toBe(201)
  })

  test('may be 256 KiB long and not a byte longer, also in chunks', async () => {
    const padding = (bytes: number) => `{"x":"${'x'.repeat(bytes - 8)}"}`
    expect((await mette.send('POST', '/initiatives', padding(256 * 1024))).status).toBe(201)
    await refused(mette.send('POST', '/initiatives', padding(256 * 1024 + 1)), 'too_large')
    const inChunks = (text: string) => {
      // `duplex` is what fetch asks for with a stream; the DOM's types do not have it yet.
      const init = { duplex: 'half', body: new Blob([text]).stream() }
      return fetch(`${portal.origin}/api/v1/initiatives`, {
        method: 'POST',
        headers: { authorization: `Bearer ${mette.token}`, 'content-type': 'application/json' },
        ...init,
      })
    }
    expect((await inChunks(padding(256 * 1024))).status).toBe(201)
    await refused(inChunks(padding(256 * 1024 + 1)), 'too_large')
  })

  test('may be as deep as it likes', async () => {
    const deep = `{"title":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    await refused(mette.send('POST', '/initiatives', deep), 'invalid')
  })
})
