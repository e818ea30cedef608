import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CatalogueState } from '#functions/catalogue/replica/state.ts'
import type { Change } from '#functions/store/items.ts'
import { everybody, lis, mogens, today } from '#tests/support/norddjurs.ts'
import { seededRandom } from '#tests/support/random.ts'
import { histories, lastImages } from '../histories.ts'
import { ask, observed } from '../observed.ts'

/** In any order, some of it twice, in batches; now and then somebody looks. */
const arrive = (state: CatalogueState, changes: readonly Change[], seed: number): void => {
  const random = seededRandom(seed)
  const arriving = [...changes, ...changes.filter(() => random() < 0.3)]
    .map(change => ({ change, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ change }) => change)
  while (arriving.length > 0) {
    state.apply(arriving.splice(0, 1 + Math.floor(random() * 5)))
    if (random() < 0.3) state.snapshot(today)
  }
}

const fresh = (changes: readonly Change[]): CatalogueState => {
  const state = new CatalogueState()
  state.apply(changes)
  return state
}

const seen = (state: CatalogueState) => everybody.map(person => observed(state.snapshot(today), person))

describe('The catalogue in memory', () => {
  test('is the same whatever order changes came in, and however often: that of a fresh load', () => {
    return fc.assert(
      fc.property(histories, fc.integer(), (history, seed) => {
        const state = new CatalogueState()
        arrive(state, history.flat(), seed)
        expect(seen(state)).toEqual(seen(fresh(lastImages(history))))
      }),
      { numRuns: 300 },
    )
  })

  test('is the same over thousands of histories, to one who sees little and one who sees all', () => {
    const looked = (state: CatalogueState) =>
      [lis, mogens].map(person => [
        ask(state.snapshot(today), person, { limit: '100' }),
        ask(state.snapshot(today), person, { q: 'tavlemøder', limit: '100' }),
        ask(state.snapshot(today), person, { q: 'skema', status: 'withdrawn' }),
      ])
    return fc.assert(
      fc.property(histories, fc.integer(), (history, seed) => {
        const state = new CatalogueState()
        arrive(state, history.flat(), seed)
        expect(looked(state)).toEqual(looked(fresh(lastImages(history))))
      }),
      { numRuns: 2000 },
    )
  }, 120_000)

  test('is the same when some images were never read, as long as the last ones were', () => {
    return fc.assert(
      fc.property(histories, fc.integer(), (history, seed) => {
        const random = seededRandom(seed)
        const last = lastImages(history)
        const state = new CatalogueState()
        arrive(state, [...history.flat().filter(() => random() < 0.5), ...last], seed)
        expect(seen(state)).toEqual(seen(fresh(last)))
      }),
      { numRuns: 100 },
    )
  })

  test('tells what was new, and nothing the second time', () => {
    return fc.assert(
      fc.property(histories, history => {
        const last = lastImages(history)
        const state = new CatalogueState()
        expect(state.apply(last)).toEqual(last)
        expect(state.apply(history.flat())).toEqual([])
        for (const { pk, sk, version } of last) {
          expect(state.has({ pk, sk, version })).toBe(true)
          expect(state.has({ pk, sk, version: version + 1 })).toBe(false)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('a snapshot stays as it was while the state moves on', () => {
    return fc.assert(
      fc.property(histories, fc.integer(), (history, seed) => {
        const first = history.flatMap(images => images.slice(0, 1))
        const state = fresh(first.filter(change => change.kind !== 'person'))
        const early = state.snapshot(today)
        const before = structuredClone(observed(early, lis))
        arrive(
          state,
          history.flat().filter(change => change.kind !== 'person'),
          seed,
        )
        state.snapshot(today)
        expect(observed(early, lis)).toEqual(before)
      }),
      { numRuns: 50 },
    )
  })

  test('what hangs on a card that is gone, or has not come, is unseen and uncounted', () => {
    return fc.assert(
      fc.property(histories, history => {
        const orphans = lastImages(history).filter(change => change.kind !== 'initiative')
        const state = fresh(orphans)
        expect(state.counts()).toMatchObject({ cards: 0, adoptions: 0, comments: 0, reactions: 0 })
        const { fair, adoptions } = observed(state.snapshot(today), mogens)
        expect(fair).toMatchObject({ items: [], total: 0, facets: { area: {}, unit: {} } })
        expect(adoptions.flatMap(({ items }) => items)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })
})
