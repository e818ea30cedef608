import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityCards, activityFor } from '#functions/catalogue/insights/activity.ts'
import { flowCards, flowsFor } from '#functions/catalogue/insights/flows.ts'
import { promisingShelves } from '#functions/catalogue/insights/shelves.ts'
import type { Snapshot } from '#functions/catalogue/replica/snapshot.ts'
import { type Change, change } from '#functions/store/items.ts'
import { activityQuery, flowQuery } from '#shared/contract/insights.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { everybody, lis, mette, organisation, pia, soeren, today } from '#tests/support/norddjurs.ts'
import { histories, lastImages } from '../histories.ts'
import { NOON } from '../observed.ts'
import { adoption, card, cardId, snapshotOf } from './cards.ts'

const flows = (snapshot: Snapshot, viewer = lis) => flowsFor(snapshot, viewer, 'all', NOON).cells
const shelves = (snapshot: Snapshot, viewer = lis) =>
  Object.fromEntries(
    promisingShelves(snapshot, viewer, NOON).shelves.map(({ id, items }) => [id, items.map(item => item.id)]),
  )
const NOTHING = { 'several-places': [], 'needs-another-area': [], 'learned-by-stopping': [] }

describe('Flows', () => {
  test('say who gave, who took, where they stand and how it went', () => {
    const snapshot = snapshotOf([
      card(1),
      adoption(1, { outcome: 'works' }),
      adoption(1, { unitId: 'park', outcome: 'works' }),
      adoption(1, { unitId: 'indkoeb', areaId: 'stab', stage: 'considering' }),
    ])
    expect(flows(snapshot)).toEqual([
      { from: 'boern', to: 'stab', stage: 'considering', count: 1 },
      { from: 'boern', to: 'vej', stage: 'in_use', outcome: 'works', count: 2 },
    ])
  })

  test('keep the area of the time when a unit has moved', () => {
    const before = snapshotOf([card(1, { areaId: 'stab' }), adoption(1, { unitId: 'park', areaId: 'stab' })])
    expect(flows(before)).toEqual([{ from: 'stab', to: 'stab', stage: 'in_use', count: 1 }])
  })

  test('of an area that is no more stand under the area of who took over', () => {
    const snapshot = snapshotOf([
      card(1, { unitId: 'kantinen', areaId: 'intern-service' }),
      adoption(1, { unitId: 'trykkeriet', areaId: 'trykning' }),
    ])
    expect(flows(snapshot)).toEqual([{ from: 'stab', to: 'vej', stage: 'in_use', count: 1 }])
  })

  test('of the last months leave out what is older, and what begins later', () => {
    const snapshot = snapshotOf([
      card(1),
      adoption(1, { startedOn: '2026-08-31' }),
      adoption(1, { unitId: 'park', startedOn: '2026-09-01' }),
      adoption(1, { unitId: 'indkoeb', areaId: 'stab', startedOn: '2026-12-24' }),
    ])
    const count = (period: 'all' | '3m') =>
      flowsFor(snapshot, lis, period, NOON).cells.reduce((sum, cell) => sum + cell.count, 0)
    expect(count('all')).toBe(3)
    expect(count('3m')).toBe(1)
  })

  test('lead to the cards behind them', () => {
    const snapshot = snapshotOf([
      card(1),
      card(2),
      adoption(1),
      adoption(2, { unitId: 'indkoeb', areaId: 'stab' }),
    ])
    const behind = (asked: Record<string, string>) =>
      flowCards(snapshot, lis, flowQuery.parse(asked), NOON).items.map(item => item.id)
    expect(behind({ from: 'boern', to: 'vej' })).toEqual([cardId(1)])
    expect(behind({ to: 'stab', stage: 'in_use' })).toEqual([cardId(2)])
    expect(behind({ to: 'stab', outcome: 'works' })).toEqual([])
    expect(behind({ from: 'findes-ikke' })).toEqual([])
    // The number in the picture is of those who took it on: its list leaves out who only considers it.
    const considered = snapshotOf([
      card(1),
      card(2),
      adoption(1),
      adoption(1, { unitId: 'park' }),
      adoption(2, { stage: 'considering' }),
    ])
    const opened = (asked: Record<string, string>) => {
      const { items, times } = flowCards(considered, lis, flowQuery.parse({ to: 'vej', ...asked }), NOON)
      return { cards: items.map(item => item.id), times }
    }
    expect(opened({ taken: 'true' })).toEqual({ cards: [cardId(1)], times: 2 })
    expect(opened({}).times).toBe(3)
    // At an instance that has counted nothing yet.
    const fresh = snapshotOf([card(1), adoption(1)], { ...today })
    expect(flowCards(fresh, lis, flowQuery.parse({ to: 'vej' }), NOON).total).toBe(1)
    expect(activityCards(fresh, lis, activityQuery.parse({ area: 'boern' }), NOON).total).toBe(1)
  })
})

describe('Activity', () => {
  const snapshot = snapshotOf([
    card(1, {}, { themes: ['moeder'], removed: { what: 'Mandagsmødet' } }),
    adoption(1, { reportedAt: '2026-06-30T23:30:00Z', outcome: 'works' }),
    adoption(1, { unitId: 'park', stage: 'considering' }),
    adoption(1, { unitId: 'indkoeb', areaId: 'stab', stage: 'stopped', outcomeText: 'Det var for meget.' }),
  ])

  test('counts by the month in Denmark and the area of the time', () => {
    expect(activityFor(snapshot, lis, { period: 'all' }, NOON)).toMatchObject({
      months: [
        { month: '2026-03', areaId: 'boern', published: 1, started: 0, inUse: 0, stopped: 0 },
        { month: '2026-04', areaId: 'stab', published: 0, started: 1, inUse: 0, stopped: 0 },
        { month: '2026-04', areaId: 'vej', published: 0, started: 1, inUse: 0, stopped: 0 },
        { month: '2026-05', areaId: 'stab', published: 0, started: 0, inUse: 0, stopped: 1 },
        { month: '2026-07', areaId: 'vej', published: 0, started: 0, inUse: 1, stopped: 0 },
      ],
      themes: [{ month: '2026-03', themeId: 'moeder', count: 1 }],
      removed: [{ id: cardId(1), removed: { what: 'Mandagsmødet' } }],
      removedTotal: 1,
    })
  })

  test('keeps the month in which each stage was first reached, whatever was told since', () => {
    const used = adoption(1, {
      stage: 'stopped',
      outcomeText: 'Det var for meget.',
      reportedAt: '2026-09-01T09:00:00Z',
      reached: { in_use: '2026-05-04T09:00:00Z', stopped: '2026-08-31T22:30:00Z' },
    })
    expect(activityFor(snapshotOf([card(1), used]), lis, { period: 'all' }, NOON).months).toEqual([
      { month: '2026-03', areaId: 'boern', published: 1, started: 0, inUse: 0, stopped: 0 },
      { month: '2026-04', areaId: 'vej', published: 0, started: 1, inUse: 0, stopped: 0 },
      { month: '2026-05', areaId: 'vej', published: 0, started: 0, inUse: 1, stopped: 0 },
      { month: '2026-09', areaId: 'vej', published: 0, started: 0, inUse: 0, stopped: 1 },
    ])
  })

  test('leads to the cards behind a month, an area or a theme', () => {
    const behind = (asked: Record<string, string>) =>
      activityCards(snapshot, lis, activityQuery.parse(asked), NOON).total
    expect(behind({ month: '2026-03' })).toBe(1)
    expect(behind({ month: '2026-04' })).toBe(0)
    expect(behind({ kind: 'started', area: 'stab' })).toBe(1)
    expect(behind({ kind: 'stopped', month: '2026-05' })).toBe(1)
    expect(behind({ theme: 'moeder', month: '2026-03' })).toBe(1)
    expect(behind({ theme: 'regler' })).toBe(0)
    expect(behind({ kind: 'removed', area: 'boern' })).toBe(1)
    expect(behind({ kind: 'removed', area: 'vej' })).toBe(0)
  })

  test('of one area is of that area throughout, as at the time', () => {
    const moved = snapshotOf([
      card(1, { areaId: 'stab' }, { themes: ['moeder'], removed: { what: 'Skema 7' } }),
      card(2, {}, { themes: ['regler'], removed: { what: 'Skema 8' } }),
      adoption(2, { areaId: 'stab' }),
    ])
    const { months, themes, removed, removedTotal } = activityFor(
      moved,
      lis,
      { period: 'all', area: 'stab' },
      NOON,
    )
    expect(new Set(months.map(row => row.areaId))).toEqual(new Set(['stab']))
    expect(themes).toEqual([{ month: '2026-03', themeId: 'moeder', count: 1 }])
    expect(removed.map(item => item.id)).toEqual([cardId(1)])
    expect(removedTotal).toBe(1)
    const everywhere = activityFor(moved, lis, { period: 'all' }, NOON)
    expect(everywhere.themes.map(row => row.themeId)).toEqual(['moeder', 'regler'])
  })

  test('is drawn over its whole period, also where nothing happened', () => {
    const span = (period: 'all' | '3m') => activityFor(snapshot, lis, { period }, NOON).span
    expect(span('3m')).toEqual({ first: '2026-09', last: '2026-11' })
    expect(span('all')).toEqual({ first: '2026-03', last: '2026-11' })
  })

  test('every number of it is the number of times in its list', () => {
    return fc.assert(
      fc.property(histories, fc.constantFrom(...everybody), (history, viewer) => {
        const snapshot = snapshotOf(lastImages(history))
        for (const { month, areaId, ...counts } of activityFor(snapshot, viewer, { period: 'all' }, NOON)
          .months)
          for (const [kind, count] of Object.entries(counts)) {
            const asked = activityQuery.parse({ kind, month, area: areaId })
            expect(activityCards(snapshot, viewer, asked, NOON).times).toBe(count)
          }
      }),
      { numRuns: 50 },
    )
  })
})

describe('Shelves', () => {
  const works = (unitId: string, areaId: string): Change => adoption(1, { unitId, areaId, outcome: 'works' })

  test('a card that two units of other areas use works in several places', () => {
    const snapshot = snapshotOf([card(1), works('vejhold', 'vej'), works('indkoeb', 'stab')])
    expect(shelves(snapshot)).toEqual({ ...NOTHING, 'several-places': [cardId(1)] })
  })

  test('a report that is edited or removed moves the card at the next look', () => {
    const state = [card(1), works('vejhold', 'vej'), works('indkoeb', 'stab')]
    const last = state.at(-1)
    const next = (more: Record<string, unknown>) => change.parse({ ...last, version: 2, ...more })
    expect(shelves(snapshotOf([...state, next({ outcome: 'did_not_work' })]))['several-places']).toEqual([])
    expect(shelves(snapshotOf([...state, next({ deleted: true })]))['several-places']).toEqual([])
  })

  test('considering elsewhere still needs another area; having tried does not', () => {
    const needs = (stage: string) =>
      shelves(snapshotOf([card(1), adoption(1, { stage })]))['needs-another-area']
    expect(needs('considering')).toEqual([cardId(1)])
    expect(needs('stopped')).toEqual([])
  })

  test('stopping without a word has taught nothing yet', () => {
    const learned = (content: Record<string, unknown>) =>
      shelves(snapshotOf([card(1, {}, { experience: 'did_not_work', ...content })]))['learned-by-stopping']
    expect(learned({})).toEqual([])
    expect(learned({ lessons: 'Begynd småt.' })).toEqual([cardId(1)])
  })

  test('hold at most eight', () => {
    const many = Array.from({ length: 12 }, (_, n) => card(n))
    expect(shelves(snapshotOf(many))['needs-another-area']).toHaveLength(8)
  })

  test('a unit that merged with the origin no longer counts as another', () => {
    const merged = indexOrganisation({
      areas: organisation.areas,
      former: [{ id: 'gammel-skole', name: 'Gammel Skole', areaId: 'vej', successorId: 'skolen' }],
    })
    const changes = [card(1), works('gammel-skole', 'vej'), works('vejhold', 'vej')]
    expect(shelves(snapshotOf(changes, { ...today, organisation: merged }))['several-places']).toEqual([])
  })

  const reasons = (snapshot: Snapshot) =>
    promisingShelves(snapshot, lis, NOON).shelves.flatMap(({ items }) => items.map(item => item.reason))

  test('units that merged are told of as one, by what was told last', () => {
    const merged = indexOrganisation({
      areas: organisation.areas,
      former: [
        { id: 'gammel-skole', name: 'Gammel Skole', areaId: 'boern', successorId: 'skolen' },
        { id: 'vejvagt', name: 'Vejvagten', areaId: 'vej', successorId: 'vejhold' },
        { id: 'klub', name: 'Klubben', areaId: 'boern', successorId: 'myndighed' },
      ],
    })
    const under = { ...today, organisation: merged }
    const own = ['myndighed', 'klub', 'gammel-skole'].map(unitId => works(unitId, 'boern'))
    expect(reasons(snapshotOf([card(1), ...own], under))).toEqual([
      'Virker også hos Børnemyndigheden i samme område.',
    ])
    const failed = { unitId: 'vejhold', outcome: 'did_not_work', reportedAt: '2026-10-01T09:00:00Z' }
    const told = [card(1), works('vejvagt', 'vej'), works('indkoeb', 'stab'), adoption(1, failed)]
    expect(reasons(snapshotOf(told, under))).toEqual([])
    const again = [...told, works('park', 'vej')]
    expect(reasons(snapshotOf(again, under))).toEqual([
      'Virker i to andre områder: Vej og Stab, senest bekræftet i maj.',
    ])
  })

  test('say “også” only where it works for the origin', () => {
    const at = (experience: string) =>
      reasons(snapshotOf([card(1, {}, { experience }), works('myndighed', 'boern')]))
    expect(at('works')).toEqual(['Virker også hos Børnemyndigheden i samme område.'])
    expect(at('did_not_work')).toEqual(['Virker hos Børnemyndigheden i samme område.'])
  })
})

describe('Every figure', () => {
  const figuresOf = (snapshot: Snapshot, viewer: (typeof everybody)[number]) => ({
    promising: promisingShelves(snapshot, viewer, NOON),
    flows: flowsFor(snapshot, viewer, 'all', NOON),
    activity: activityFor(snapshot, viewer, { period: 'all' }, NOON),
  })

  test('is about what the viewer may see, and nothing else', () => {
    const hidden = snapshotOf([
      card(1, { visibility: 'area' }, { removed: { what: 'Skema 7' } }),
      adoption(1),
      card(2, { status: 'draft', publishedAt: undefined }),
      card(3, { status: 'withdrawn' }),
    ])
    expect(figuresOf(hidden, pia)).toEqual(figuresOf(snapshotOf([]), pia))
    expect(figuresOf(hidden, mette).flows.cells).toHaveLength(1)
    expect(figuresOf(hidden, soeren).activity.removed).toHaveLength(1)
  })

  test('is empty and finite without a card, with one area, and when it is too early for all', () => {
    const alone = { ...today, organisation: indexOrganisation({ areas: organisation.areas.slice(0, 1) }) }
    const early = [
      card(1, {}, { experience: 'too_early' }),
      adoption(1, { unitId: 'myndighed', areaId: 'boern', outcome: 'too_early' }),
    ]
    const found = [snapshotOf([]), snapshotOf([], alone), snapshotOf(early), snapshotOf(early, alone)].map(
      snapshot => figuresOf(snapshot, lis),
    )
    expect(JSON.stringify(found)).not.toMatch(/null|NaN|Infinity/)
    expect(found[0]?.activity).toEqual({
      months: [],
      themes: [],
      removed: [],
      removedTotal: 0,
      period: 'all',
      span: { first: '2026-11', last: '2026-11' },
    })
  })

  test('counts exactly the adoptions of the published cards that one sees, whatever happened', () => {
    return fc.assert(
      fc.property(histories, fc.constantFrom(...everybody), (history, viewer) => {
        const snapshot = snapshotOf(lastImages(history))
        const { flows, promising, activity } = figuresOf(snapshot, viewer)
        const cards = promising.shelves.flatMap(shelf => shelf.items.map(item => item.id))
        expect(new Set(cards).size).toBe(cards.length)
        expect(JSON.stringify({ promising, flows, activity })).not.toMatch(/null|NaN/)
        const counted = flows.cells.reduce((sum, cell) => sum + cell.count, 0)
        const behind = flowCards(snapshot, viewer, flowQuery.parse({}), NOON).items
        expect(counted).toBe(behind.reduce((sum, item) => sum + item.counts.adoptions, 0))
      }),
      { numRuns: 100 },
    )
  })
})
