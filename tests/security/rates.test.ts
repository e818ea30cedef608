import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseConfig } from '#functions/platform/config.ts'
import type { Rate } from '#functions/store/rates.ts'
import type { Store } from '#functions/store/store.ts'
import { recordCalls } from '#tests/support/calls.ts'
import { setClock } from '#tests/support/clock.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'
import { startPortal } from '#tests/support/portal.ts'

const MINUTE = 60_000
const ENVIRONMENT = {
  TABLE_NAME: 'portal',
  PUBLIC_ORIGIN: 'https://portal.example',
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'portal',
  OIDC_AUDIENCE: 'api',
}
const { rates } = parseConfig(ENVIRONMENT)

let table: TestTable
let one: Store
let other: Store
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
  one = machine.store
  calls = recordCalls(machine.client)
  other = table.machine(time.now).store
})

const take = (store: Store, rate: Rate) => store.rates.take(`per_${round}`, 'writes', rate)

/** How many of so many at once are taken. */
const burst = async (store: Store, rate: Rate, count: number): Promise<number> => {
  let taken = 0
  for (let i = 0; i < count; i++) if ((await take(store, rate)).isTaken) taken++
  return taken
}

describe('How fast one person may go', () => {
  test('unless configured otherwise: 3,000 writes in five minutes in bursts of 1,000, 20 exports, 60 sign-ins an hour', () => {
    expect(rates.writes).toEqual({ burst: 1000, everyMs: 150 })
    expect(rates.exports).toEqual({ burst: 20, everyMs: 3 * MINUTE })
    expect(rates.signIns).toEqual({ burst: 60, everyMs: MINUTE })
  })

  test('configuration makes it lower', () => {
    const lower = parseConfig({ ...ENVIRONMENT, WRITES_IN_FIVE_MINUTES: '30', EXPORTS_AN_HOUR: '2' }).rates
    expect(lower.writes).toEqual({ burst: 10, everyMs: 15_000 })
    expect(lower.exports.burst).toBe(2)
  })

  test('never more than so many in any five minutes, however they are spread', async () => {
    const tenth = parseConfig({ ...ENVIRONMENT, WRITES_IN_FIVE_MINUTES: '300' }).rates.writes
    let taken = await burst(one, tenth, 101)
    expect(taken).toBe(100)
    for (let minute = 0; minute < 5; minute++) {
      time.advance(MINUTE)
      taken += await burst(one, tenth, 50)
    }
    expect(taken).toBe(300)
  })

  test('an idle quarter of an hour saves up one burst, no more', async () => {
    const tenth = { ...rates.writes, burst: 100 }
    await take(one, tenth)
    time.advance(15 * MINUTE)
    expect(await burst(one, tenth, 101)).toBe(100)
  })

  test('two instances share what one person may do', async () => {
    const small = { burst: 10, everyMs: 1000 }
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, i) => take(i % 2 === 0 ? one : other, small)),
    )
    expect(results.filter(result => result.isTaken)).toHaveLength(10)
  })

  test('Retry-After is honest: a moment before it is too early, then it is not', async () => {
    const small = { burst: 3, everyMs: 10_000 }
    await burst(one, small, 3)
    const refused = await take(other, small)
    expect(refused).toEqual({ isTaken: false, waitMs: 10_000 })
    time.advance(9_999)
    expect(await take(one, small)).toEqual({ isTaken: false, waitMs: 1 })
    time.advance(1)
    expect(await take(one, small)).toEqual({ isTaken: true })
  })

  test('one update a request; none for who was just told to wait', async () => {
    const small = { burst: 3, everyMs: 10_000 }
    await burst(one, small, 3)
    expect(calls).toEqual(['UpdateItem', 'UpdateItem', 'UpdateItem'])
    await burst(one, small, 5)
    expect(calls).toHaveLength(3)
  })
})

describe('Over HTTP', () => {
  test('refused and replayed requests count; 429 says when to come back, in Danish', async () => {
    const portal = await startPortal({ env: { WRITES_IN_FIVE_MINUTES: '9' } })
    try {
      const token = await portal.tokenFor('per_mette')
      const post = (body: string) =>
        fetch(`${portal.origin}/api/v1/initiatives`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'idempotency-key': 'the same',
          },
          body,
        })
      const draft = '{"title":"Tavlemøde"}'
      const statuses = [await post(draft), await post(draft), await post('{"title":7}')].map(r => r.status)
      expect(statuses).toEqual([201, 201, 422])
      const refused = await post(draft)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(40)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(50)
      expect(await refused.json()).toMatchObject({
        code: 'rate_limited',
        detail: expect.stringMatching(/^Vent \d+ sekunder, og prøv igen\.$/),
      })
      const read = await fetch(`${portal.origin}/api/v1/me`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(read.status).toBe(200)
    } finally {
      await portal.stop()
    }
  })
})
