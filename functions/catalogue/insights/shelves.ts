import type { Promising, ShelvedItem } from '#shared/contract/insights.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import { SEVERAL_PLACES, scoreAt } from '#shared/rules/promising.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import type { ShelfId } from '#shared/rules/vocabulary.ts'
import { fairOrder } from '../place.ts'
import type { Snapshot, Summary } from '../replica/snapshot.ts'
import { type Facts, factsOf } from './facts.ts'
import { reasonFor } from './reason.ts'
import { figures, shownBy } from './seen.ts'

const MOST = 8

export const SHELF_TITLES: Record<ShelfId, string> = {
  'several-places': 'Virker flere steder',
  'needs-another-area': 'Mangler at blive prøvet i et andet område',
  'learned-by-stopping': 'Det lærte vi af at stoppe',
}

type Candidate = { summary: Summary; facts: Facts; worth: number }

/** The few that are worth most, in the order they came where they are worth the same. */
const createShelf = () => {
  const kept: Candidate[] = []
  const add = (candidate: Candidate): void => {
    if (kept.length === MOST && (kept.at(-1)?.worth ?? 0) >= candidate.worth) return
    const at = kept.findIndex(one => one.worth < candidate.worth)
    kept.splice(at === -1 ? kept.length : at, 0, candidate)
    kept.length = Math.min(kept.length, MOST)
  }
  return { add, kept }
}

/** Scores that differ by less are the same: they were only added up in another order. */
const rounded = (score: number): number => Math.round(score * 1e9) / 1e9

const remembered = figures<Promising>()

/**
 * Shelves of cards, not a ranking of units: each card on the first that fits, at most eight on each, and only what the
 * viewer may see. Ties stand as the day's shuffle has them.
 */
export const promisingShelves = (snapshot: Snapshot, viewer: Viewer, now: number): Promising =>
  remembered(snapshot, viewer, now, '', () => workOut(snapshot, viewer, now))

const workOut = (snapshot: Snapshot, viewer: Viewer, now: number): Promising => {
  const shelves: Record<ShelfId, ReturnType<typeof createShelf>> = {
    'several-places': createShelf(),
    'needs-another-area': createShelf(),
    'learned-by-stopping': createShelf(),
  }
  const isShown = shownBy(snapshot, viewer)
  for (const { summary } of snapshot.inOrder(fairOrder(danishDay(now)))) {
    if (!isShown(summary)) continue
    const facts = factsOf(summary)
    const score = facts.worksElsewhere ? rounded(scoreAt(facts.evidence, now) ?? 0) : 0
    if (score >= SEVERAL_PLACES) shelves['several-places'].add({ summary, facts, worth: score })
    else if (facts.needsAnotherArea) shelves['needs-another-area'].add({ summary, facts, worth: 0 })
    else if (facts.lesson) shelves['learned-by-stopping'].add({ summary, facts, worth: facts.lesson.at })
  }
  const shelfOf = (id: ShelfId) => ({
    id,
    title: SHELF_TITLES[id],
    items: shelves[id].kept.map(
      ({ summary, facts }): ShelvedItem => ({
        ...summary.item,
        reason: reasonFor(id, summary, facts, snapshot.today.organisation, now),
      }),
    ),
  })
  return {
    shelves: [shelfOf('several-places'), shelfOf('needs-another-area'), shelfOf('learned-by-stopping')],
  }
}
