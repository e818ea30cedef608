import type { Catalogue, CatalogueItem, CatalogueQuery } from '#shared/contract/catalogue.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { bestAfter } from './best.ts'
import { listedFor } from './listed.ts'
import { placeOf } from './place.ts'
import type { Placed, Snapshot, Summary } from './replica/snapshot.ts'
import { readQuery } from './search/asked.ts'
import { highlightOf } from './search/highlight.ts'
import { type Found, search } from './search/search.ts'
import { createTally } from './tally.ts'

/** One page of cards, with all that is said of the whole list. */
export const pageOf = (snapshot: Snapshot, viewer: Viewer, asked: CatalogueQuery, now: number) => {
  const { query, words } = readWords(asked, snapshot)
  const { order, byRelevance, after, cursorAt } = placeOf(query, now)
  const most = query.limit ?? LIMITS.cataloguePage
  const listed = listedFor(snapshot, viewer, order.status)
  const found = words && search(snapshot.searchIndex(), words, listed)
  const tally = createTally(query, snapshot.vocabulary)
  const score = ({ number }: Summary): number => found?.scores[number] ?? 0
  const passes = ({ terms }: Summary): boolean => tally.add(terms)
  const isCandidate = (card: Summary): boolean => (found ? score(card) > 0 : listed[card.number] === 1)
  const { page, total } =
    found && byRelevance
      ? bestOf(snapshot.numbered(found.cards).filter(passes), score, after, most + 1)
      : pageAfter(
          snapshot.inOrder(order).filter(({ summary }) => isCandidate(summary) && passes(summary)),
          after,
          most + 1,
        )
  const shown = page.slice(0, most)
  const last = shown.at(-1)
  return {
    cards: shown.map(({ summary }) => summary),
    found,
    facets: tally.facets(),
    total,
    nextCursor: last && page.length > most ? cursorAt(last.key) : undefined,
  }
}

type Page = { page: readonly Placed[]; total: number }

const bestOf = (cards: Summary[], score: (card: Summary) => number, after: string, most: number): Page => ({
  page: bestAfter(cards, score, after, most),
  total: cards.length,
})

const pageAfter = (passing: readonly Placed[], after: string, most: number): Page => {
  const first = after === '' ? 0 : passing.findIndex(({ key }) => key > after)
  return { page: first < 0 ? [] : passing.slice(first, first + most), total: passing.length }
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

const highlighted = (snapshot: Snapshot, summary: Summary, { marks }: Found): CatalogueItem => ({
  ...summary.item,
  highlight: highlightOf(
    snapshot.textsOf(summary),
    snapshot.wordsOf(summary),
    marks,
    snapshot.ground.lexicon,
  ),
})
