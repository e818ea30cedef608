import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeSeen } from '#functions/platform/portal-seen.ts'
import { catalogue, unitAdoptions } from '#shared/contract/catalogue.ts'
import { five, list, publish } from '#tests/support/cards.ts'
import { setClock } from '#tests/support/clock.ts'
import { etag, fieldsOf, type Person, refused } from '#tests/support/person.ts'
import { startInstance } from '#tests/support/portal.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, birthe, nadia } = await startTown()
/** An instance whose clock stands still: its replica asks for nothing new of its own accord. */
const time = setClock(Date.now())
const elsewhere = startInstance(portal, time.now)
beforeAll(async () => {
  await lis.at(elsewhere.fetch).send('GET', '/catalogue')
})
afterAll(async () => {
  elsewhere.stop()
  await portal.stop()
})

const tokenOf = (answer: Response): string => answer.headers.get('portal-seen') ?? ''
const itemOf = async (who: Person, id: string, seen?: string) =>
  (await list(who.at(elsewhere.fetch), '?limit=100', seen)).items.find(item => item.id === id)

describe('I see what I wrote, whichever instance answers', () => {
  test('a card, an edit, an adoption, a comment, a reaction, a spotlight: each at once with its token', async () => {
    const made = await mette.send('POST', '/initiatives', { ...five, status: 'published' })
    const { id }: { id: string } = await made.json()
    const path = `/initiatives/${id}`
    expect(await itemOf(lis, id)).toBeUndefined()
    expect(await itemOf(lis, id, tokenOf(made))).toMatchObject({ id, title: five.title })

    for (const [who, method, rest, body, shows] of [
      [mette, 'PATCH', '', { title: 'Rettet' }, { title: 'Rettet' }],
      [lis, 'PUT', '/adoptions/oekonomi', { stage: 'in_use' }, { counts: { adoptions: 1, inUse: 1 } }],
      [lis, 'POST', '/comments', { kind: 'thanks', text: 'Tak' }, { counts: { comments: 1 } }],
      [lis, 'PUT', '/reactions/me', undefined, { counts: { reactions: 1 } }],
      [birthe, 'PUT', '/spotlight', { reason: 'Se her.' }, { spotlight: { reason: 'Se her.' } }],
      [lis, 'DELETE', '/reactions/me', undefined, { counts: { reactions: 0 } }],
      [lis, 'DELETE', '/adoptions/oekonomi', undefined, { adopters: [], counts: { adoptions: 0 } }],
    ] as const) {
      const answer = await who.send(method, `${path}${rest}`, body, method === 'PATCH' ? etag(1) : {})
      expect(answer.ok, `${method} ${rest}`).toBe(true)
      expect(await itemOf(lis, id, tokenOf(answer)), `${method} ${rest}`).toMatchObject(shows)
    }
    const withdrawn = await mette.send('POST', `${path}/withdraw`, { reason: 'Nej' })
    expect(await itemOf(lis, id, tokenOf(withdrawn))).toBeUndefined()
  })

  test('a deletion, too', async () => {
    const made = await mette.send('POST', '/initiatives', five)
    const { id }: { id: string } = await made.json()
    const drafts = async (seen: string) =>
      (await list(mette.at(elsewhere.fetch), '?status=draft&limit=100', seen)).items.map(item => item.id)
    expect(await drafts(tokenOf(made))).toContain(id)
    expect(await drafts(tokenOf(await mette.send('DELETE', `/initiatives/${id}`)))).not.toContain(id)
  })

  test('a unit’s adoptions answer with the token, too', async () => {
    const { id } = await publish(mette)
    const made = await mette.send('POST', '/initiatives', { ...five, status: 'published' })
    const { id: second }: { id: string } = await made.json()
    const carried = { 'portal-seen': tokenOf(made) }
    const put = await lis.send(
      'PUT',
      `/initiatives/${second}/adoptions/oekonomi`,
      { stage: 'trying' },
      carried,
    )
    const answer = await lis
      .at(elsewhere.fetch)
      .send('GET', '/units/oekonomi/adoptions', undefined, { 'portal-seen': tokenOf(put) })
    const adopted = unitAdoptions.parse(await answer.json()).items.map(one => one.initiativeId)
    expect(adopted).toContain(second)
    expect(adopted).not.toContain(id)
  })

  test('a write that carries a token answers with one that covers both', async () => {
    let carried = ''
    const made: string[] = []
    for (let n = 0; n < 20; n++) {
      const headers = { 'portal-seen': carried }
      const answer = await mette.send('POST', '/initiatives', { ...five, status: 'published' }, headers)
      const { id }: { id: string } = await answer.json()
      made.push(id)
      carried = tokenOf(answer)
    }
    const answer = await mette.at(elsewhere.fetch).send('GET', '/catalogue?limit=100', undefined, {
      'portal-seen': carried,
    })
    const found = catalogue.parse(await answer.json()).items.map(item => item.id)
    expect(made.filter(id => !found.includes(id))).toEqual([])
  })

  test('once the next poll is due, no token is needed', async () => {
    const { id } = await publish(mette)
    expect(await itemOf(lis, id)).toBeUndefined()
    time.advance(1500)
    expect(await itemOf(lis, id)).toMatchObject({ id })
  })
})

describe('A token', () => {
  test('that is empty is absent', async () => {
    for (const seen of ['', ' '])
      expect((await lis.send('GET', '/catalogue', undefined, { 'portal-seen': seen })).status).toBe(200)
  })

  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  test.each([
    'x',
    '!!!',
    `${forged([])}!`,
    forged({}),
    forged([[1, 'I#x', 'A']]),
    forged([[1, 'Z#session', 'A', 1]]),
    forged([[1, 'P#x y', 'A', 1]]),
    forged(Array.from({ length: 21 }, () => [1, 'I#x', 'A', 1])),
  ])('that cannot be read is 422: %s', async seen => {
    const headers = { 'portal-seen': seen }
    const problem = await refused(lis.send('GET', '/catalogue', undefined, headers), 'invalid')
    expect(fieldsOf(problem)).toEqual({ 'Portal-Seen': 'invalid' })
    await refused(mette.send('POST', '/initiatives', five, headers), 'invalid')
  })

  test('that names what is not there, or is older than three minutes, is of no harm', async () => {
    const nothing = { pk: 'I#ini_01ARZ3NDEKTSV4RRFFQ69G5FAV', sk: 'A', version: 7 }
    for (const seen of [
      encodeSeen('', [nothing], Date.now()),
      encodeSeen('', [nothing], Date.now() - 200_000),
    ])
      expect((await lis.send('GET', '/catalogue', undefined, { 'portal-seen': seen })).status).toBe(200)
  })

  test('comes with every acknowledged write, of a profile too', async () => {
    const answer = await nadia.send('PATCH', '/me', { preferences: { mail: true } })
    expect(tokenOf(answer)).not.toBe('')
  })
})
