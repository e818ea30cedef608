import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Evidence, evidenceOf, type Report, scoreAt } from '#shared/rules/promising.ts'
import { EXPERIENCES } from '#shared/rules/vocabulary.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = Date.parse('2026-11-23T12:00:00Z')
const origin = { unitId: 'skolen', areaId: 'boern' }

let units = 0
const report = (areaId: string, outcome: Report['outcome'], daysAgo = 0): Report => ({
  unitId: `enhed-${units++}`,
  areaId,
  outcome,
  reportedAt: NOW - daysAgo * DAY,
})
const score = (...reports: Report[]): number | undefined => scoreAt(evidenceOf(reports, origin), NOW)

describe('Promising practice, worked out by hand', () => {
  test('works in two other areas, told today: q 0.54969, D 3', () => {
    expect(score(report('vej', 'works'), report('stab', 'works'))).toBeCloseTo(0.98531, 5)
  })

  test('works for two in the origin’s own area: as good, and not broad: D 1', () => {
    expect(score(report('boern', 'works'), report('boern', 'works'))).toBeCloseTo(0.54969, 5)
  })

  test('works in one area and partly in another: q 0.32580, D 2.77778', () => {
    expect(score(report('vej', 'works'), report('stab', 'partly'))).toBeCloseTo(0.56591, 5)
  })

  test('a report of 540 days counts half in the quality, and as much as ever in the breadth', () => {
    expect(score(report('vej', 'works', 540), report('stab', 'works', 540))).toBeCloseTo(0.67938, 5)
    expect(score(report('vej', 'works'), report('stab', 'partly', 540))).toBeCloseTo(0.58833, 5)
  })

  test('one for whom it works and one for whom it did not: q 0.16448, D 2', () => {
    expect(score(report('vej', 'works'), report('stab', 'did_not_work'))).toBeCloseTo(0.24671, 5)
  })

  test('works for nobody: nothing', () => {
    expect(score(report('vej', 'did_not_work'), report('stab', 'did_not_work'))).toBe(0)
  })

  test('no score before two units have reported; too early is no report', () => {
    expect(score()).toBeUndefined()
    expect(score(report('vej', 'works'))).toBeUndefined()
    expect(score(report('vej', 'works'), report('stab', 'too_early'))).toBeUndefined()
    expect(score(report('vej', 'too_early'), report('stab', 'too_early'))).toBeUndefined()
  })

  test('a unit counts once, by its latest report, also when that says it is too early', () => {
    const before = { ...report('vej', 'did_not_work', 100), unitId: 'vejhold' }
    const after = { ...report('vej', 'works'), unitId: 'vejhold' }
    expect(score(before, after, report('stab', 'works'))).toBeCloseTo(0.98531, 5)
    expect(score(after, { ...after, outcome: 'too_early' }, report('stab', 'works'))).toBeUndefined()
  })
})

const AREAS = ['boern', 'vej', 'stab', 'social', 'kultur'] as const
const reports = fc
  .array(
    fc.record({
      areaId: fc.constantFrom(...AREAS),
      outcome: fc.constantFrom(...EXPERIENCES),
      daysAgo: fc.integer({ min: 0, max: 20_000 }),
    }),
    { maxLength: 12 },
  )
  .map(all => all.map(({ areaId, outcome, daysAgo }) => report(areaId, outcome, daysAgo)))
/** What adding up in another order may move. */
const DUST = 1e-12

describe('Promising practice, whatever was reported', () => {
  test('one more unit in a new area for which it works never lowers it', () => {
    return fc.assert(
      fc.property(reports, fc.integer({ min: 0, max: 20_000 }), (before, daysAgo) => {
        const after = [...before, report('et-nyt-omraade', 'works', daysAgo)]
        expect(score(...after) ?? 0).toBeGreaterThanOrEqual((score(...before) ?? 0) - DUST)
      }),
      { numRuns: 2000 },
    )
  })

  test('time alone never raises it', () => {
    return fc.assert(
      fc.property(reports, fc.nat({ max: 40_000 }), fc.nat({ max: 40_000 }), (all, soon, more) => {
        const evidence = evidenceOf(all, origin)
        const at = (days: number) => scoreAt(evidence, NOW + days * DAY) ?? 0
        expect(at(soon + more)).toBeLessThanOrEqual(at(soon) + DUST)
      }),
      { numRuns: 2000 },
    )
  })

  test('what the origin’s own unit says never enters', () => {
    return fc.assert(
      fc.property(reports, fc.constantFrom(...EXPERIENCES), (all, outcome) => {
        const own = { ...report('vej', outcome), unitId: origin.unitId }
        expect(score(own, ...all)).toEqual(score(...all))
      }),
    )
  })

  test('the order of the reports does not matter, and it is a finite number from 0 up', () => {
    return fc.assert(
      fc.property(reports, all => {
        const found = score(...all)
        const turned = score(...[...all].reverse())
        expect(found === undefined).toBe(turned === undefined)
        if (found === undefined) return
        expect(found).toBeCloseTo(turned ?? Number.NaN, 9)
        expect(Number.isFinite(found) && found >= 0).toBe(true)
      }),
    )
  })

  test('is never NaN, not even in a million years', () => {
    return fc.assert(
      fc.property(reports, fc.nat({ max: 365_000_000 }), (all, days) => {
        const evidence: Evidence = evidenceOf(all, origin)
        expect(scoreAt(evidence, NOW + days * DAY)).not.toBeNaN()
        expect(evidence.breadth).toBeGreaterThanOrEqual(1)
      }),
    )
  })
})
