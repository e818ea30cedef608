import type { Catalogue, CatalogueItem, CatalogueQuery } from '#shared/contract/catalogue.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { bestAfter } from './best.ts'
import { type FoundCards, findCards } from './found.ts'
import { isListedFor } from './listed.ts'
import { placeOf } from './place.ts'
import type { Placed, Snapshot, Summary } from './replica/snapshot.ts'
import { readQuery } from './search/asked.ts'
import { highlightOf } from './search/highlight.ts'
import { createTally } from './tally.ts'

/** One page of cards, with all that is said of the whole list. */
export const pageOf = (snapshot: Snapshot, viewer: Viewer, asked: CatalogueQuery, now: number) => {
  const { query, words } = readWords(asked, snapshot)
  const place = placeOf(query, now)
  const found = words && findCards(snapshot, viewer, place.order.status, words)
  const most = query.limit ?? LIMITS.cataloguePage
  const tally = createTally(query, snapshot.vocabulary)
  const passing: Summary[] = []
  const page: Placed[] = []
  let total = 0
  const take = (summary: Summary): boolean => {
    if (!tally.add(summary.terms)) return false
    total++
    return true
  }
  if (found && place.byRelevance) {
    for (const summary of found.cards) if (take(summary)) passing.push(summary)
    page.push(...bestAfter(passing, scoreIn(found), place.after, most + 1))
  } else {
    const isCandidate = found
      ? (summary: Summary) => scoreIn(found)(summary) > 0
      : (summary: Summary) => isListedFor(viewer, summary)
    for (const placed of snapshot.inOrder(place.order)) {
      if (!isCandidate(placed.summary) || !take(placed.summary) || placed.key <= place.after) continue
      if (page.length <= most) page.push(placed)
    }
  }
  const shown = page.slice(0, most)
  const last = shown.at(-1)
  return {
    cards: shown.map(({ summary }) => summary),
    found,
    facets: tally.facets(),
    total,
    nextCursor: last && page.length > most ? place.cursorAt(last.key) : undefined,
  }
}

/** One page of the catalogue: a pure function of the snapshot, who asks, and the time. */
export const listCatalogue = (
  snapshot: Snapshot,
  viewer: Viewer,
  asked: CatalogueQuery,
  now: number,
): Catalogue => {
  const { cards, found, facets, total, nextCursor } = pageOf(snapshot, viewer, asked, now)
  return {
    items: cards.map(card => (found ? highlighted(snapshot, card, found) : card.item)),
    facets,
    total,
    match: found?.match ?? 'all',
    ...(found?.suggestion === undefined ? {} : { suggestion: found.suggestion }),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  }
}

/** The words of a query; one of stop words alone asks for nothing, and the catalogue stays as it is. */
const readWords = (query: CatalogueQuery, snapshot: Snapshot) => {
  if (query.q === undefined) return { query }
  const words = readQuery(query.q, snapshot.ground.dictionary)
  return words.asksNothing ? { query: { ...query, q: undefined } } : { query, words }
}

const scoreIn =
  ({ scores }: FoundCards) =>
  ({ number }: Summary): number =>
    scores[number] ?? 0

const highlighted = (snapshot: Snapshot, summary: Summary, { marks }: FoundCards): CatalogueItem => ({
  ...summary.item,
  highlight: highlightOf(snapshot.textsOf(summary), marks, snapshot.ground.lexicon),
})
