import type { CatalogueQuery, Facets } from '#shared/contract/catalogue.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { bestAfter } from './best.ts'
import { kindOf, type Listed, listedFor } from './listed.ts'
import type { Place } from './place.ts'
import { remembering } from './remembered.ts'
import { type Placed, placeIn, type Snapshot } from './replica/snapshot.ts'
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
  const passing: number[] = []
  for (const number of found?.cards ?? numbersIn(listed)) {
    const card = snapshot.numbered(number)
    if (card && tally.add(card.terms)) passing.push(number)
  }
  const page =
    found && byRelevance
      ? (after: string, most: number) =>
          bestAfter(passing, found.scores, number => snapshot.numbered(number), { after, most })
      : inOrder(snapshot, order, passing)
  return { found, facets: tally.facets(), total: passing.length, page }
}

const numbersIn = (listed: Listed): number[] => {
  const numbers: number[] = []
  for (let number = 0; number < listed.length; number++) if (listed[number] === 1) numbers.push(number)
  return numbers
}

/** Walks the order only as far as a page goes. */
const inOrder = (snapshot: Snapshot, order: Place['order'], passing: readonly number[]) => {
  const isWanted = new Uint8Array(snapshot.ground.size)
  for (const number of passing) isWanted[number] = 1
  return (after: string, most: number): readonly Placed[] => {
    const placed = snapshot.inOrder(order)
    const page: Placed[] = []
    for (let at = placeIn(placed, after); at < placed.length && page.length < most; at++) {
      const one = placed[at]
      if (one && one.key !== after && isWanted[one.summary.number] === 1) page.push(one)
    }
    return page
  }
}
