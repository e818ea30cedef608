import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FlowCell } from '#shared/contract/insights.ts'
import { ADOPTION_STAGES } from '#shared/rules/vocabulary.ts'
import { flowAddress, monthAddress, readBehind } from '../../../web/src/pages/overblik/addresses.ts'
import { layFlows } from '../../../web/src/pages/overblik/flow-layout.ts'
import { areasIn, areasOf, notYet, pairsOf, totalsOf } from '../../../web/src/pages/overblik/sums.ts'
import { monthsFrom, shortMonth } from '../../../web/src/pages/overblik/timeline.ts'

const AREAS = ['boern', 'vej', 'stab'].map(id => ({ id, shortName: id }))
const FRAME = { width: 760, height: 470, gap: 18, left: 243, right: 517 }

const cell = (from: string, to: string, count: number, stage: FlowCell['stage'] = 'in_use'): FlowCell => ({
  from,
  to,
  stage,
  count,
})

describe('What moved between areas', () => {
  const cells = [cell('boern', 'vej', 2), cell('boern', 'vej', 1, 'stopped'), cell('vej', 'vej', 4)]

  test('counts who took it on, not who only considers it', () => {
    const pairs = pairsOf(AREAS, [...cells, cell('vej', 'boern', 5, 'considering')])
    expect(totalsOf(pairs)).toEqual({ all: 7, across: 3 })
    expect(pairs.map(({ from, to, taken }) => [from.id, to.id, taken])).toEqual([
      ['boern', 'vej', 3],
      ['vej', 'boern', 0],
      ['vej', 'vej', 4],
    ])
  })

  test('areas that have not borrowed from each other meet in both directions, once', () => {
    const openings = notYet(AREAS, pairsOf(AREAS, cells)).map(pair => pair.map(area => area.id))
    expect(openings).toEqual([
      ['boern', 'stab'],
      ['vej', 'stab'],
    ])
  })

  test('an area that is no more keeps its flows', () => {
    const old = [...cells, cell('teknik', 'stab', 1)]
    expect(areasIn(AREAS, areasOf(old)).at(-1)).toEqual({ id: 'teknik', shortName: 'Et tidligere område' })
    expect(totalsOf(pairsOf(areasIn(AREAS, areasOf(old)), old)).all).toBe(8)
  })
})

const anyCells = fc.array(
  fc.record({
    from: fc.constantFrom('boern', 'vej', 'stab'),
    to: fc.constantFrom('boern', 'vej', 'stab'),
    stage: fc.constantFrom(...ADOPTION_STAGES),
    count: fc.integer({ min: 1, max: 5000 }),
  }),
  { maxLength: 40 },
)

describe('The picture of it', () => {
  test('has a band for every two areas, bars as high as their bands, and no number that is none', () => {
    return fc.assert(
      fc.property(anyCells, cells => {
        const pairs = pairsOf(AREAS, cells)
        const { given, taken, bands, viewHeight } = layFlows(AREAS, pairs, FRAME)
        const total = totalsOf(pairs).all
        const high = total === 0 ? 0 : FRAME.height
        for (const side of [given, taken]) {
          expect(side.reduce((sum, bar) => sum + bar.height, 0)).toBeCloseTo(high, 6)
          expect(side.reduce((sum, bar) => sum + bar.count, 0)).toBe(total)
        }
        expect(bands).toHaveLength(pairs.filter(pair => pair.taken > 0).length)
        expect(JSON.stringify([given, taken, bands, viewHeight])).not.toMatch(/NaN|null/)
      }),
    )
  })
})

test('months follow each other over the turn of a year', () => {
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsFrom('2026-03', '2026-03')).toEqual(['2026-03'])
  expect(shortMonth('2025-09')).toBe('sep. 2025')
})

describe('The addresses of the cards behind a figure', () => {
  test('ask just for what the figure counted, and lead back to what was chosen', () => {
    const view = { period: '6m', area: 'stabe' } as const
    const flow = readBehind(
      flowAddress({ from: 'stabe', to: 'social', taken: 'true' }, view).split('?')[1] ?? '',
    )
    expect(flow).toMatchObject({
      tal: 'flows',
      search: 'from=stabe&to=social&taken=true&period=6m',
      csv: '/api/v1/insights/flows/cards.csv?from=stabe&to=social&taken=true&period=6m',
    })
    const chosen = new URLSearchParams(flow.back.split('?')[1])
    expect([...chosen]).toEqual([
      ['periode', '6m'],
      ['område', 'stabe'],
    ])
    expect(readBehind('').back).toBe('/overblik')
  })

  test('keep odd characters', () => {
    const view = { period: 'all', area: 'ældre & børn' } as const
    const address = monthAddress({ kind: 'removed', area: view.area }, view).split('?')[1] ?? ''
    expect(new URLSearchParams(readBehind(address).search).get('area')).toBe('ældre & børn')
    expect(new URLSearchParams(readBehind(address).back.split('?')[1]).get('område')).toBe('ældre & børn')
  })
})
