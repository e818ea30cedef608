import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { systemClock } from '#functions/platform/clock.ts'
import { comment } from '#shared/contract/comment.ts'
import { initiative } from '#shared/contract/initiative.ts'
import { edit, five, publish, read, withdraw } from '#tests/support/cards.ts'
import { createFaults } from '#tests/support/faults.ts'
import { etag, type Person, refused } from '#tests/support/person.ts'
import { startInstance } from '#tests/support/portal.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, asger, lis, malene } = await startTown()
const one = startInstance(portal)
const other = startInstance(portal)
afterAll(async () => {
  one.stop()
  other.stop()
  await portal.stop()
})

let keys = 0
const newKey = () => `key-${++keys}`
const posting = (who: Person, body: unknown, key: string) =>
  who.send('POST', '/initiatives', body, { 'idempotency-key': key })
const idIn = async (answer: Response): Promise<string> => initiative.parse(await answer.json()).id
/** Does something just before an item of this kind is written. */
const beforeWriting = (client: DynamoDBClient, kind: string, act: () => Promise<void>): void => {
  const putting = z.object({ Item: z.object({ kind: z.literal(kind) }) })
  client.middlewareStack.add(
    next => async args => {
      if (putting.safeParse(args.input).success) await act()
      return next(args)
    },
    { step: 'initialize' },
  )
}
/** The machine dies when it is about to write an item of this kind; what it had written before stays. */
const dieBefore = (client: DynamoDBClient, kind: string): (() => void) => {
  let dead = true
  beforeWriting(client, kind, async () => {
    if (dead) throw new Error('the machine died')
  })
  return () => {
    dead = false
  }
}

describe('A POST with a key may be sent again', () => {
  test('the same key and body: the first status and id, and the card as it is now', async () => {
    const key = newKey()
    const first = await posting(mette, five, key)
    expect(first.headers.has('idempotent-replayed')).toBe(false)
    const id = await idIn(first)
    await edit(asger, id, { title: 'Rettet siden' })
    const again = await posting(mette, { ...five, experience: 'works', unknown: 1 }, key)
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(again.headers.get('etag')).toBe('"2"')
    expect(initiative.strict().parse(await again.json())).toMatchObject({ id, title: 'Rettet siden' })
  })

  test('another body is refused, and makes nothing', async () => {
    const key = newKey()
    const id = await idIn(await posting(mette, five, key))
    await refused(posting(mette, { ...five, title: 'En anden' }, key), 'idempotency_key_reused')
    expect(await idIn(await posting(mette, five, key))).toBe(id)
  })

  test('a refused body does not use the key up', async () => {
    const key = newKey()
    await refused(posting(mette, { ...five, title: 'x'.repeat(121) }, key), 'invalid')
    await refused(posting(mette, { ...five, themes: ['no-such-theme'] }, key), 'invalid')
    const origin = { kind: 'copy', initiativeId: 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV' }
    await refused(posting(mette, { ...five, origin }, key), 'invalid')
    expect((await posting(mette, five, key)).status).toBe(201)
  })

  test('a key is one person’s, for one path', async () => {
    const key = newKey()
    const mine = await idIn(await posting(mette, five, key))
    const theirs = await idIn(await posting(lis, { ...five, title: 'Min egen' }, key))
    expect(theirs).not.toBe(mine)
    const { id } = await publish(mette)
    const said = await lis.send(
      'POST',
      `/initiatives/${id}/comments`,
      { kind: 'thanks', text: 'Tak' },
      { 'idempotency-key': key },
    )
    expect(said.status).toBe(201)
    expect(said.headers.has('idempotent-replayed')).toBe(false)
  })

  test('a key is 1 to 200 printable characters', async () => {
    expect((await posting(mette, five, '~'.repeat(200))).status).toBe(201)
    for (const key of ['', '~'.repeat(201), 'nøgle', 'a\tb'])
      await refused(posting(mette, five, key), 'invalid')
  })

  test('what is gone is 404, and is not made again', async () => {
    const key = newKey()
    const id = await idIn(await posting(mette, five, key))
    await mette.send('DELETE', `/initiatives/${id}`)
    await refused(posting(mette, five, key), 'not_found')
  })

  test('a comment too: its id and words as they are now, also once the card was taken back', async () => {
    const { id } = await publish(mette)
    const key = { 'idempotency-key': newKey() }
    const body = { kind: 'question', text: 'Hvordan?' }
    const post = () => lis.send('POST', `/initiatives/${id}/comments`, body, key)
    const said = comment.parse(await (await post()).json())
    const path = `/initiatives/${id}/comments/${said.id}`
    await lis.send('PATCH', path, { text: 'Hvornår?' }, etag(1))
    const again = await post()
    expect(again.status).toBe(201)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await again.json()).toMatchObject({ id: said.id, text: 'Hvornår?' })
    const changed = { ...body, text: 'Andet' }
    await refused(lis.send('POST', `/initiatives/${id}/comments`, changed, key), 'idempotency_key_reused')
    await lis.send('DELETE', path)
    await refused(post(), 'not_found')
    expect((await read(mette, id)).counts.comments).toBe(0)
  })
})

describe('Whatever happens in between', () => {
  test('a machine that dies between reservation and card: the retry finishes the same thing', async () => {
    const crashing = startInstance(portal)
    const revive = dieBefore(crashing.client, 'initiative')
    const key = newKey()
    const problem = await refused(posting(mette.at(crashing.fetch), five, key), 'internal')
    expect(JSON.stringify(problem)).not.toContain('died')
    await refused(posting(mette, { ...five, title: 'En anden' }, key), 'idempotency_key_reused')
    const id = await idIn(await posting(mette, five, key))
    revive()
    expect(await idIn(await posting(mette.at(crashing.fetch), five, key))).toBe(id)
    crashing.stop()
  })

  test('the same for a comment', async () => {
    const { id } = await publish(mette)
    const crashing = startInstance(portal)
    dieBefore(crashing.client, 'comment')
    const key = { 'idempotency-key': newKey() }
    const body = { kind: 'question', text: 'Hvordan?' }
    await refused(lis.at(crashing.fetch).send('POST', `/initiatives/${id}/comments`, body, key), 'internal')
    expect((await read(lis, id)).comments.items).toEqual([])
    for (let time = 0; time < 2; time++) await lis.send('POST', `/initiatives/${id}/comments`, body, key)
    expect((await read(lis, id)).counts.comments).toBe(1)
    crashing.stop()
  })

  test.each([
    ['initiative', async () => '/initiatives', five],
    [
      'comment',
      async () => `/initiatives/${(await publish(mette)).id}/comments`,
      { kind: 'thanks', text: 'Tak' },
    ],
  ])('whoever came first is answered so, also where a retry finished it: %s', async (kind, where, body) => {
    const slow = startInstance(portal)
    const path = await where()
    const key = { 'idempotency-key': newKey() }
    let retry: Response | undefined
    beforeWriting(slow.client, kind, async () => {
      retry = await lis.send('POST', path, body, key)
    })
    const first = await lis.at(slow.fetch).send('POST', path, body, key)
    const answers = [first, retry].flatMap(answer => answer ?? [])
    expect(answers.map(answer => answer.status)).toEqual([201, 201])
    expect(answers.map(answer => answer.headers.has('idempotent-replayed'))).toEqual([false, true])
    expect(new Set(await Promise.all(answers.map(async answer => (await answer.json()).id))).size).toBe(1)
    slow.stop()
  })

  test('two instances at once make one card', async () => {
    const key = newKey()
    const body = { ...five, title: 'Kun én gang', status: 'published' }
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => posting(mette.at((n % 2 ? one : other).fetch), body, key)),
    )
    expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 201))
    expect(new Set(await Promise.all(answers.map(idIn))).size).toBe(1)
    expect(answers.filter(answer => !answer.headers.has('idempotent-replayed'))).toHaveLength(1)
  })

  test('two instances at once with different bodies: one is made, the other refused', async () => {
    const key = newKey()
    const answers = await Promise.all([
      posting(mette.at(one.fetch), { ...five, title: 'A' }, key),
      posting(mette.at(other.fetch), { ...five, title: 'B' }, key),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422])
  })

  test('two instances at once make one comment', async () => {
    const { id } = await publish(mette)
    const key = { 'idempotency-key': newKey() }
    const body = { kind: 'question', text: 'Hvordan?' }
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        lis.at((n % 2 ? one : other).fetch).send('POST', `/initiatives/${id}/comments`, body, key),
      ),
    )
    expect((await read(lis, id)).counts.comments).toBe(1)
  })

  test('publish, withdraw, PUT and DELETE may be repeated and raced', async () => {
    const { id } = await publish(mette)
    const body = { stage: 'in_use' }
    await Promise.all([
      ...[one, other].map(at => lis.at(at.fetch).send('PUT', `/initiatives/${id}/adoptions/oekonomi`, body)),
      ...[one, other].map(at => lis.at(at.fetch).send('PUT', `/initiatives/${id}/reactions/me`)),
      ...[one, other].map(at => mette.at(at.fetch).send('POST', `/initiatives/${id}/publish`)),
    ])
    expect((await read(mette, id)).counts).toMatchObject({ adoptions: 1, inUse: 1, reactions: 1 })
    const withdrawn = await Promise.all([
      withdraw(mette.at(one.fetch), id),
      withdraw(asger.at(other.fetch), id),
    ])
    expect(withdrawn[0]).toEqual(withdrawn[1])
  })

  test('under throttling, 500s, timeouts and lost answers, retried to success, the counts are exact', async () => {
    const troubled = startInstance(portal)
    const faults = createFaults({ seed: 7, clock: systemClock })
    faults.attach(troubled.client)
    const card = await publish(mette)
    faults.rates({ throttle: 0.25, serverError: 0.1, timeout: 0.1, lost: 0.25, partialBatch: 0.25 })

    /** As the browser does: again until it is told. */
    const until = async (send: () => Promise<Response>): Promise<Response> => {
      const answer = await send()
      if (answer.status === 503) return until(send)
      return answer
    }
    const said: string[] = []
    for (let n = 0; n < 20; n++) {
      const key = { 'idempotency-key': newKey() }
      const path = `/initiatives/${card.id}/comments`
      const body = { kind: 'question', text: `Nr. ${n}` }
      const answer = await until(() => lis.at(troubled.fetch).send('POST', path, body, key))
      expect(answer.status).toBe(201)
      said.push(comment.parse(await answer.json()).id)
    }
    for (const [who, unitId] of [
      [lis, 'oekonomi'],
      [malene, 'plejecenter-kildevang'],
    ] as const) {
      const path = `/initiatives/${card.id}/adoptions/${unitId}`
      const answer = await until(() => who.at(troubled.fetch).send('PUT', path, { stage: 'trying' }))
      expect([200, 201]).toContain(answer.status)
      await until(() => who.at(troubled.fetch).send('PUT', `/initiatives/${card.id}/reactions/me`))
    }
    const edited = await until(() =>
      mette.at(troubled.fetch).send('PATCH', `/initiatives/${card.id}`, { title: 'Rettet' }, etag(1)),
    )
    expect([200, 412]).toContain(edited.status)
    expect(faults.injected.lost).toBeGreaterThan(5)

    const after = await read(mette, card.id)
    expect(after.comments.items.map(item => item.id)).toEqual(said)
    expect(after.counts).toEqual({ comments: 20, adoptions: 2, inUse: 0, reactions: 2 })
    expect(after).toMatchObject({ title: 'Rettet', version: 2 })
    troubled.stop()
  })
})
