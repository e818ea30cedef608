import type { Catalogue, CatalogueItem, CatalogueQuery } from '#shared/contract/catalogue.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { placeOf } from './place.ts'
import type { Snapshot, Summary } from './replica/snapshot.ts'
import { readQuery } from './search/asked.ts'
import { highlightOf } from './search/highlight.ts'
import type { Found } from './search/search.ts'
import { selectionOf } from './selection.ts'

/** One page of cards, with all that is said of the whole list. */
export const pageOf = (snapshot: Snapshot, viewer: Viewer, asked: CatalogueQuery, now: number) => {
  const { query, words } = readWords(asked, snapshot)
  const place = placeOf(query, now)
  const most = query.limit ?? LIMITS.cataloguePage
  const { found, facets, total, page } = selectionOf(snapshot, viewer, { query, words, place })
  const ahead = page(place.after, most + 1)
  const shown = ahead.slice(0, most)
  const last = shown.at(-1)
  return {
    cards: shown.map(({ summary }) => summary),
    found,
    facets,
    total,
    nextCursor: last && ahead.length > most ? place.cursorAt(last.key) : undefined,
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
    items: cards.map(card => (found ? highlightedOnce(snapshot, card, found) : card.item)),
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

const marked = new WeakMap<Found, Map<Summary, CatalogueItem>>()

/** Where a card says what was asked; found once for each answer that is remembered. */
const highlightedOnce = (snapshot: Snapshot, card: Summary, found: Found): CatalogueItem => {
  const known = marked.get(found) ?? new Map<Summary, CatalogueItem>()
  marked.set(found, known)
  const item = known.get(card) ?? highlighted(snapshot, card, found)
  known.set(card, item)
  return item
}

const highlighted = (snapshot: Snapshot, summary: Summary, { marks }: Found): CatalogueItem => ({
  ...summary.item,
  highlight: highlightOf(
    snapshot.textsOf(summary),
    snapshot.wordsOf(summary),
    marks,
    snapshot.ground.lexicon,
  ),
})
