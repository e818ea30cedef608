import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PortalError } from '#functions/platform/problem.ts'
import type { Store } from '#functions/store/store.ts'
import { keys } from '#functions/store/table.ts'
import { recordCalls } from './calls.ts'
import { setClock } from './clock.ts'
import { startTestTable, type TestTable } from './database.ts'
import { createFaults, type Faults } from './faults.ts'

let table: TestTable
let store: Store
let faults: Faults
let calls: string[]
let round = 0
const time = setClock()

beforeAll(async () => {
  table = await startTestTable()
})
afterAll(() => table.stop())

beforeEach(() => {
  round++
  const machine = table.machine(time.now)
  store = machine.store
  faults = createFaults({ seed: round, clock: time.now })
  faults.attach(machine.client)
  calls = recordCalls(machine.client)
})

const person = (name: string) => ({
  ...keys.person(`per_${round}`),
  kind: 'person' as const,
  id: `per_${round}`,
  name,
  roles: [],
  preferences: {},
})

describe('The fault layer', () => {
  test('a lost response: the write is there, and its retry knows that it was its own', async () => {
    faults.next('lost', 'PutItem')
    const result = await store.persons.write(person('Mette'), undefined, 'write-1')
    expect(result).toEqual({ landed: true, version: 1 })
    expect(faults.injected.lost).toBe(1)
    expect(calls).toEqual(['PutItem', 'GetItem'])
  })

  test('a throttle, a 500 and a timeout pass: the SDK tries again', async () => {
    for (const fault of ['throttle', 'serverError', 'timeout'] as const) faults.next(fault, 'PutItem')
    expect(await store.persons.write(person('Mette'), undefined, 'w')).toMatchObject({ landed: true })
    expect(faults.injected).toMatchObject({ throttle: 1, serverError: 1, timeout: 1 })
    expect(calls).toEqual(['PutItem'])
  })

  test('a connection that breaks: before the write arrived or after it landed, it is there once', async () => {
    for (let nth = 0; nth < 12; nth++) {
      faults.next('reset', 'PutItem')
      const item = { ...person('Mette'), ...keys.person(`per_${round}x${nth}`) }
      expect(await store.persons.write(item, undefined, `w${nth}`)).toEqual({ landed: true, version: 1 })
    }
    expect(faults.injected.reset).toBe(12)
    const looked = calls.filter(call => call === 'GetItem').length
    expect(looked).toBeGreaterThan(0)
    expect(looked).toBeLessThan(12)
  })

  test('a database that is away is `unavailable`, and nothing else', async () => {
    faults.down(true)
    await expect(store.persons.find(`per_${round}`)).rejects.toThrow(new PortalError('unavailable'))
    faults.down(false)
    expect(await store.persons.find(`per_${round}`)).toBeUndefined()
  })

  test('a call that hangs fails when it is let go', async () => {
    const letGo = faults.hang()
    const asked = expect(store.persons.find(`per_${round}`)).resolves.toBeUndefined()
    letGo()
    await asked
  })

  test('a partial batch: what was left out is asked for again', async () => {
    await store.persons.write(person('Mette'), undefined, 'w')
    faults.next('partialBatch', 'BatchGetItem')
    const rows = await store.table.getMany([keys.person(`per_${round}`)])
    expect(rows).toHaveLength(1)
    expect(faults.injected.partialBatch).toBe(1)
    expect(calls.filter(call => call === 'BatchGetItem')).toHaveLength(2)
  })

  test('a late index shows the item as it was, and then as it is', async () => {
    const mine = (items: { pk: string }[]) => items.filter(({ pk }) => pk === keys.person(`per_${round}`).pk)
    await store.persons.write(person('Mette'), undefined, 'w1')
    time.advance(1000)
    faults.indexLag(500)
    await store.persons.write(person('Mette Balslev'), 1, 'w2')
    expect(mine(await store.changes.since(0))).toMatchObject([{ name: 'Mette', version: 1 }])
    expect(mine(await store.changes.since(time.now()))).toEqual([])
    time.advance(500)
    expect(mine(await store.changes.since(0))).toMatchObject([{ name: 'Mette Balslev', version: 2 }])
  })
})
