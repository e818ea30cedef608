import type { CatalogueQuery, Facets } from '#shared/contract/catalogue.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { bestAfter } from './best.ts'
import { kindOf, listedFor } from './listed.ts'
import type { Place } from './place.ts'
import { remembering } from './remembered.ts'
import type { Placed, Snapshot, Summary } from './replica/snapshot.ts'
import type { Asked as Words } from './search/asked.ts'
import { type Found, search } from './search/search.ts'
import { createTally } from './tally.ts'

/** All that one query finds for one kind of viewer at one moment; its pages are cut from it. */
export type Selection = {
  found: Found | undefined
  facets: Facets
  total: number
  /** At most so many, after a place. */
  page: (after: string, most: number) => readonly Placed[]
}

type Asked = { query: CatalogueQuery; words?: Words | undefined; place: Place }

/** As many as one moment remembers: each holds a list as long as what it found. */
const KEPT = 100
const remembered = remembering<Selection>(KEPT)

/** Worked out once for each moment, kind of viewer and query: most people ask what others have just asked. */
export const selectionOf = (snapshot: Snapshot, viewer: Viewer, asked: Asked): Selection => {
  const { order, scope } = asked.place
  const key = `${order.id} ${scope} ${kindOf(viewer)}`
  return remembered(snapshot, key, () => select(snapshot, viewer, asked))
}

const select = (snapshot: Snapshot, viewer: Viewer, { query, words, place }: Asked): Selection => {
  const { order, byRelevance } = place
  const listed = listedFor(snapshot, viewer, order.status)
  const found = words && search(snapshot.searchIndex(), words, listed)
  const tally = createTally(query, snapshot.vocabulary)
  const passes = ({ terms }: Summary): boolean => tally.add(terms)
  const score = ({ number }: Summary): number => found?.scores[number] ?? 0
  const isCandidate = (card: Summary): boolean => (found ? score(card) > 0 : listed[card.number] === 1)
  if (found && byRelevance) {
    const cards = snapshot.numbered(found.cards).filter(passes)
    const page = (after: string, most: number) => bestAfter(cards, score, after, most)
    return { found, facets: tally.facets(), total: cards.length, page }
  }
  const placed = snapshot.inOrder(order).filter(({ summary }) => isCandidate(summary) && passes(summary))
  const page = (after: string, most: number) => pageAfter(placed, after, most)
  return { found, facets: tally.facets(), total: placed.length, page }
}

const pageAfter = (placed: readonly Placed[], after: string, most: number): readonly Placed[] => {
  const first = after === '' ? 0 : placed.findIndex(({ key }) => key > after)
  return first < 0 ? [] : placed.slice(first, first + most)
}
