import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { five, publish, read } from '#tests/support/cards.ts'
import { startTown } from '#tests/support/town.ts'

type Town = Awaited<ReturnType<typeof startTown>>
let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.portal.stop())

const author = { personId: 'per_lis', name: 'Lis', title: 'direktør', unitId: 'oekonomi' }
/** Everything that the server decides, of every kind of item, and how it keeps them. */
const OWNED = {
  id: 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  version: 99,
  unitId: 'oekonomi',
  areaId: 'stabe',
  author,
  counts: { comments: 9, adoptions: 9, inUse: 9, reactions: 9 },
  spotlight: { reason: 'Se mig', author, createdAt: '2020-01-01T00:00:00Z' },
  createdAt: '2020-01-01T00:00:00Z',
  updatedAt: '2020-01-01T00:00:00Z',
  publishedAt: '2020-01-01T00:00:00Z',
  reportedAt: '2020-01-01T00:00:00Z',
  withdrawnReason: 'Nej',
  withdrawnAt: '2020-01-01T00:00:00Z',
  hidden: { at: '2020-01-01T00:00:00Z', reason: 'Nej' },
  moderation: [{ at: '2020-01-01T00:00:00Z', action: 'hid' }],
  deleted: true,
  derivedInitiativeId: 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  initiativeId: 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV',
  adoptions: [],
  comments: { items: [] },
  lineage: { derived: [] },
  reacted: true,
  roles: ['employee', 'director', 'moderator'],
  name: 'Kong Lis',
  personId: 'per_lis',
  choosesUnit: true,
  unitUnconfirmed: false,
  blockedAt: null,
  endedAt: 0,
  pk: 'I#x',
  sk: 'A',
  v: 2,
  feed: 'X',
  doneBy: 'per_lis',
  writeId: 'x',
  changedAt: 0,
  expiresAt: 1,
  notCpr: [{ field: 'title' }],
  __proto__: { roles: ['moderator'] },
  constructor: { prototype: { roles: ['moderator'] } },
} as const
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(OWNED).filter(([name]) => !names.includes(name)))

/** What must be as without the extra fields; times and ids of their own aside. */
const plain = (body: Record<string, unknown>) => {
  const { id, createdAt, updatedAt, publishedAt, reportedAt, initiativeId, requestId, ...rest } = body
  return rest
}
const json = async (answer: Promise<Response>) => (await answer).json()

describe('Fields that the server owns change nothing, whoever sends them', () => {
  test('POST /initiatives', async () => {
    const { mette } = town
    const expected = await json(mette.send('POST', '/initiatives', five))
    const found = await json(mette.send('POST', '/initiatives', { ...OWNED, ...five }))
    expect(plain(found)).toEqual(plain(expected))
    expect(found.id).not.toBe(OWNED.id)
    expect(found.createdAt).not.toBe(OWNED.createdAt)
  })

  test('PATCH /initiatives/{id}', async () => {
    const { mette } = town
    const card = await publish(mette)
    const body = { ...OWNED, status: 'draft', lessons: 'Spørg først.' }
    await json(mette.send('PATCH', `/initiatives/${card.id}`, body, { 'if-match': '"1"' }))
    const after = await read(mette, card.id)
    expect(after).toMatchObject({ ...card, lessons: 'Spørg først.', version: 2, updatedAt: after.updatedAt })
    expect(after.hidden).toBeUndefined()
  })

  test.each(['publish', 'withdraw'])('POST /initiatives/{id}/%s', async verb => {
    const { mette } = town
    const card = await publish(mette)
    const body = { ...OWNED, reason: 'Vi er holdt op.' }
    const found = await json(mette.send('POST', `/initiatives/${card.id}/${verb}`, body))
    expect(found).toMatchObject({
      id: card.id,
      unitId: card.unitId,
      author: card.author,
      counts: card.counts,
    })
    expect(found.withdrawnReason).toBe(verb === 'withdraw' ? 'Vi er holdt op.' : undefined)
  })

  test('POST and PATCH of a comment', async () => {
    const { mette, lis } = town
    const card = await publish(mette)
    const path = `/initiatives/${card.id}/comments`
    const said = { kind: 'question', text: 'Hvor længe?' }
    const made = await json(mette.send('POST', path, { ...OWNED, ...said }))
    expect(made).toMatchObject({ ...said, initiativeId: card.id, version: 1, author: { personId: mette.id } })
    expect([made.deleted, made.hidden]).toEqual([undefined, undefined])
    const edited = await json(mette.send('PATCH', `${path}/${made.id}`, { ...OWNED, text: 'Hvor meget?' }))
    expect(edited).toMatchObject({ id: made.id, text: 'Hvor meget?', version: 2, createdAt: made.createdAt })
    expect(edited.author.personId).toBe(mette.id)
    expect((await read(lis, card.id)).counts.comments).toBe(1)
  })

  test('PUT of an adoption, a reason, a report', async () => {
    const { mette, lis, birthe } = town
    const card = await publish(mette)
    const path = `/initiatives/${card.id}`
    const adopted = await json(
      lis.send('PUT', `${path}/adoptions/oekonomi`, { ...without('adoptions'), stage: 'trying' }),
    )
    expect(adopted).toMatchObject({ initiativeId: card.id, unitId: 'oekonomi', version: 1, stage: 'trying' })
    expect([adopted.reportedAt, adopted.hidden, adopted.derivedInitiativeId]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const pointed = await json(birthe.send('PUT', `${path}/spotlight`, { ...OWNED, reason: 'Se her.' }))
    expect(pointed).toMatchObject({ reason: 'Se her.', author: { personId: birthe.id } })
    const report = await json(
      lis.send('POST', `${path}/reports`, { ...without('unitId'), reason: 'Hm.', outcome: 'kept' }),
    )
    expect(report).toMatchObject({ target: { initiativeId: card.id }, author: { personId: lis.id } })
    expect(report.outcome).toBeUndefined()
  })

  test('PATCH /me', async () => {
    const { lis } = town
    const before = await json(lis.send('GET', '/me'))
    await json(lis.send('PATCH', '/me', { ...without('unitId'), preferences: { theme: 'dark' } }))
    expect(await json(lis.send('GET', '/me'))).toEqual({ ...before, preferences: { theme: 'dark' } })
    expect((await lis.send('GET', '/moderation/reports')).status).toBe(403)
  })
})
