import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { PortalError } from '#functions/platform/problem.ts'
import { type Draft, type InitiativeItem, isLive } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { keys, RESERVATION_SECONDS, TOMBSTONE_SECONDS } from '#functions/store/table.ts'
import { recordCalls } from '#tests/support/calls.ts'
import { setClock } from '#tests/support/clock.ts'
import { startTestTable } from '#tests/support/database.ts'
import { createFaults, type Faults } from '#tests/support/faults.ts'

const table = await startTestTable()
afterAll(() => table.stop())

const time = setClock()
let store: Store
let other: Store
let faults: Faults
let calls: string[]
let round = 0
let id = ''

beforeEach(() => {
  round++
  id = `ini_${String(round).padStart(26, '0')}`
  const machine = table.machine(time.now)
  store = machine.store
  other = table.machine(time.now).store
  faults = createFaults({ seed: round, clock: time.now })
  faults.attach(machine.client)
  calls = recordCalls(machine.client)
})

const AT = '2026-11-24T09:00:00.000Z'
const author = { personId: 'per_mette', unitId: 'myndighed' }
const card = (title: string): Draft<InitiativeItem> => ({
  ...keys.initiative(id),
  kind: 'initiative',
  status: 'draft',
  visibility: 'organisation',
  unitId: 'myndighed',
  areaId: 'boern',
  content: { title, core: [], adaptable: [], themes: [], keywords: [], questions: [] },
  author,
  createdAt: AT,
  updatedAt: AT,
})
const comment = (n: number, text: string) => ({
  ...keys.comment(id, `com_${String(n).padStart(26, '0')}`),
  kind: 'comment' as const,
  id: `com_${String(n).padStart(26, '0')}`,
  initiativeId: id,
  tone: 'question' as const,
  text,
  author,
  createdAt: AT,
  updatedAt: AT,
})

describe('A write is one item under one condition', () => {
  test('what is there is not made again; what changed since is not overwritten', async () => {
    expect(await store.initiatives.write(card('A'), undefined, 'w1')).toEqual({ landed: true, version: 1 })
    expect(await other.initiatives.write(card('B'), undefined, 'w2')).toMatchObject({ landed: false })
    expect(await store.initiatives.write(card('C'), 1, 'w3')).toEqual({ landed: true, version: 2 })
    const late = await other.initiatives.write(card('D'), 1, 'w4')
    expect(late).toMatchObject({ landed: false, current: { version: 2, writeId: 'w3' } })
    expect(await other.initiatives.find(id)).toMatchObject({ version: 2, content: { title: 'C' } })
  })

  test('of many at once exactly one lands', async () => {
    await store.initiatives.write(card('A'), undefined, 'w')
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? store : other).initiatives.write(card(`${n}`), 1, `w${n}`),
      ),
    )
    expect(results.filter(result => result.landed)).toHaveLength(1)
    expect((await store.initiatives.find(id))?.version).toBe(2)
  })

  test('carries the machine’s clock, never the domain’s', async () => {
    time.advance(5000)
    await store.initiatives.write(card('A'), undefined, 'w')
    expect(await store.initiatives.find(id)).toMatchObject({ changedAt: time.now(), updatedAt: AT })
  })
})

describe('A lost answer', () => {
  test('to a first write, an edit and a reservation is recognised by its write id', async () => {
    faults.next('lost', 'PutItem')
    expect(await store.initiatives.write(card('A'), undefined, 'w1')).toEqual({ landed: true, version: 1 })
    faults.next('lost', 'PutItem')
    expect(await store.initiatives.write(card('B'), 1, 'w2')).toEqual({ landed: true, version: 2 })
    expect(faults.injected.lost).toBe(2)
    expect(calls).toEqual(['PutItem', 'GetItem', 'PutItem', 'GetItem'])
    expect(await other.initiatives.find(id)).toMatchObject({ version: 2, content: { title: 'B' } })
  })

  test('that somebody else wrote over meanwhile is no success of ours', async () => {
    await store.initiatives.write(card('A'), undefined, 'w1')
    await other.initiatives.write(card('Theirs'), 1, 'theirs')
    faults.next('timeout', 'PutItem')
    expect(await store.initiatives.write(card('Ours'), 1, 'ours')).toMatchObject({ landed: false })
  })

  test('after every try is `unavailable`, and the write may be there: the next one finds it', async () => {
    for (let n = 0; n < 4; n++) faults.next('throttle', 'PutItem')
    await expect(store.initiatives.write(card('A'), undefined, 'w1')).rejects.toThrow(
      new PortalError('unavailable'),
    )
    expect(await other.initiatives.find(id)).toBeUndefined()
    expect(await store.initiatives.write(card('A'), undefined, 'w1')).toEqual({ landed: true, version: 1 })
  })
})

describe('A tombstone', () => {
  test('keeps the key and the versions going, and is not in the collection', async () => {
    await store.initiatives.write(card('A'), undefined, 'w1')
    const expiresAt = Math.floor(time.now() / 1000) + TOMBSTONE_SECONDS
    const dead = { ...card('A'), deleted: true as const, expiresAt }
    expect(await store.initiatives.write(dead, 1, 'w2')).toEqual({ landed: true, version: 2 })
    expect((await store.initiatives.collection(id)).card).toBeUndefined()
    expect(isLive(await store.initiatives.find(id))).toBe(false)
    expect(await store.initiatives.write(card('B'), undefined, 'w3')).toMatchObject({ landed: false })
    const [told] = (await store.changes.since(0)).filter(change => change.pk === keys.initiative(id).pk)
    expect(told).toMatchObject({ version: 2, deleted: true })
  })
})

describe('A reservation', () => {
  const scope = () => ({
    personId: 'per_mette',
    method: 'POST',
    path: '/x',
    key: `${round}`,
    bodyHash: 'hash',
  })

  test('is whoever’s came first, for everybody', async () => {
    const [mine, theirs] = await Promise.all([
      store.idempotency.reserve(scope(), 'ini_A', 1, 'w1'),
      other.idempotency.reserve(scope(), 'ini_B', 2, 'w2'),
    ])
    expect(mine).toEqual(theirs)
  })

  test('whose answer was lost is one’s own', async () => {
    faults.next('lost', 'PutItem')
    expect(await store.idempotency.reserve(scope(), 'ini_A', 1, 'w1')).toMatchObject({ resultId: 'ini_A' })
  })

  test('counts for a day; expired, it is as if it were not there, though the row still is', async () => {
    await store.idempotency.reserve(scope(), 'ini_A', 1, 'w1')
    time.advance((RESERVATION_SECONDS - 1) * 1000)
    expect(await other.idempotency.reserve(scope(), 'ini_B', 2, 'w2')).toMatchObject({ resultId: 'ini_A' })
    time.advance(2000)
    const row = await store.table.get(store.idempotency.keyOf(scope()))
    expect(row).toBeDefined()
    expect(store.idempotency.read(row)).toBeUndefined()
    expect(await other.idempotency.reserve(scope(), 'ini_C', 3, 'w3')).toMatchObject({ resultId: 'ini_C' })
  })

  test('of another person, method, path or key is another', () => {
    const { pk } = store.idempotency.keyOf(scope())
    for (const other of [{ personId: 'per_lis' }, { method: 'PUT' }, { path: '/y' }, { key: 'another' }])
      expect(store.idempotency.keyOf({ ...scope(), ...other }).pk).not.toBe(pk)
    expect(store.idempotency.keyOf({ ...scope(), bodyHash: 'another' }).pk).toBe(pk)
  })
})

describe('What is read', () => {
  test('is parsed: a row that is none of ours is a fault, not a guess', async () => {
    await store.initiatives.write(card('A'), undefined, 'w1')
    const row = await store.table.get(keys.initiative(id))
    for (const broken of [
      { v: 2 },
      { status: 'gone' },
      { content: undefined },
      { version: 0 },
      { kind: 'x' },
    ]) {
      await store.table.replace({ ...row, ...keys.initiative(id), ...broken, feed: undefined })
      await expect(store.initiatives.find(id)).rejects.toThrow()
      await expect(store.initiatives.collection(id)).rejects.toThrow()
    }
  })

  test('of a card is its own collection, in every page of it', async () => {
    await store.initiatives.write(card('A'), undefined, 'w')
    await Promise.all(
      Array.from({ length: 150 }, (_, n) =>
        store.comments.write(comment(n, 'x'.repeat(8000)), undefined, `w${n}`),
      ),
    )
    expect(await store.initiatives.commentMarks(id)).toHaveLength(150)
    const rows = await store.initiatives.commentRows(id, 51)
    expect(rows.map(row => row.id)).toEqual(Array.from({ length: 51 }, (_, n) => comment(n, '').id))
    const last = rows.at(-1)?.id
    const next = await store.initiatives.commentRows(id, 51, last)
    expect(next[0]?.id).toBe(comment(51, '').id)
    expect(await store.initiatives.commentMarks(id, last)).toHaveLength(99)
    expect(await store.initiatives.childKeys(id)).toHaveLength(150)
    expect(await store.changes.since(0)).toHaveLength((await other.changes.since(0)).length)
  })

  test('of more keys than a batch takes comes whole, repeats once', async () => {
    await Promise.all(
      Array.from({ length: 120 }, (_, n) => store.comments.write(comment(n, 'Hej'), undefined, `w${n}`)),
    )
    const wanted = Array.from({ length: 130 }, (_, n) => keys.comment(id, comment(n, '').id))
    calls.length = 0
    faults.next('partialBatch', 'BatchGetItem')
    expect(await store.table.getMany([...wanted, ...wanted])).toHaveLength(120)
    expect(calls.filter(call => call === 'BatchGetItem').length).toBeGreaterThanOrEqual(3)
  })
})
