import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ALARM_METRICS } from '#infra/aws/alarms.ts'
import { billFor, totalOf } from '#infra/aws/cost/bill.ts'
import { indexUnits } from '#infra/aws/cost/capacity.ts'
import { type Measured, measure } from '#infra/aws/cost/measure.ts'
import prices from '#infra/aws/cost/prices.json' with { type: 'json' }
import { ACTIONS, ONE_MUNICIPALITY, usageOf } from '#infra/aws/cost/usage.ts'
import { synthesise } from '#tests/support/cloud.ts'

let measured: Measured
beforeAll(async () => {
  measured = await measure()
})

describe('A month in the cloud', () => {
  test('costs a municipality of 3,000 employees at most 5 USD, apart from domain and mail', () => {
    const bill = billFor(measured, usageOf(ONE_MUNICIPALITY))
    expect(totalOf(bill, 'toPay')).toBeLessThanOrEqual(5)
    for (const line of bill) {
      expect(line.list).toBeGreaterThanOrEqual(line.toPay)
      expect(line.from).not.toBe('')
    }
  })

  test('stays within it if every price were twice what was noted: they are noted, not yet read off their pages', () => {
    expect(2 * totalOf(billFor(measured, usageOf(ONE_MUNICIPALITY)), 'toPay')).toBeLessThanOrEqual(5)
  })

  test('grows with what people do, and with what they have written', () => {
    const small = billFor(measured, usageOf(1000))
    const large = billFor(measured, usageOf(10_000))
    expect(totalOf(large, 'list')).toBeGreaterThan(totalOf(small, 'list'))
  })

  test('is made of what was measured: reading writes nothing, writing takes what the table says', () => {
    const { actions } = measured
    for (const action of ['list', 'search', 'read a card', 'open the portal', 'overview'] as const)
      expect([action, actions[action].write]).toEqual([action, 0])
    // A list is read from memory: only the session is paid for, and loads and polls by themselves, whenever they come.
    expect([actions.list, actions.search, actions.overview].map(({ read }) => read)).toEqual([1, 1, 3])
    expect(measured.poll).toBeLessThanOrEqual(1)
    // The reservation, and the card of 2 KB in the table, in `changes`, and its key in `byPerson`: see store/table.ts.
    expect(actions['make a card'].write).toBeGreaterThanOrEqual(1 + 2 + 2 + 1)
    // The person's bucket, and the same card again, which `changes` takes out and puts in.
    expect(actions['edit a card'].write).toBe(1 + 2 + 2 * 2)
    expect(ACTIONS.every(action => actions[action].requests > 0)).toBe(true)
    expect(prices.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    const { region, currency, asOf, note, unsure, ...services } = prices
    for (const { page } of Object.values(services))
      expect(page).toMatch(/^https:\/\/aws\.amazon\.com\/.+pricing/)
  })
})

test.each([
  ['a new item in both indexes', { version: 1, feed: 'F', doneBy: 'per_mette' }, 2, 3],
  ['a changed one, which moves in `changes`', { version: 2, feed: 'F', doneBy: 'per_mette' }, 2, 4],
  ['a session', { version: 1, doneBy: 'per_mette' }, 1, 1],
  ['a counter', { count: 1 }, 1, 0],
])('%s: the indexes’ units', (_, item, base, units) => {
  expect(indexUnits({ Item: { pk: 'a', sk: 'b', ...item } }, base)).toBe(units)
})

test('the alarms watch as many metrics as the bill says, which AWS gives for nothing', async () => {
  const { observability } = await synthesise({}, { checked: false })
  const alarm = z.object({ Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional() })
  const counts = Object.values(observability.findResources('AWS::CloudWatch::Alarm')).map(found => {
    const { Metrics } = alarm.parse(found.Properties)
    return Metrics?.filter(one => one.MetricStat !== undefined).length ?? 1
  })
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(ALARM_METRICS)
  expect(ALARM_METRICS).toBeLessThanOrEqual(prices.cloudwatch.freeAlarmMetrics)
})
