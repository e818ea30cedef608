import type { Catalogue, CatalogueQuery } from '#shared/contract/catalogue.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { belongsTo, see, type Viewer } from '#shared/rules/visibility.ts'
import { placeOf } from './place.ts'
import type { Placed, Snapshot, Summary } from './replica/snapshot.ts'
import { createTally } from './tally.ts'

/** Whether a list may show this card to this person; drafts and withdrawn cards only to their own unit. */
const isListedFor = (viewer: Viewer, { item, guarded }: Summary): boolean =>
  (item.status === 'published' || belongsTo(viewer, guarded)) && see(viewer, guarded) === 'whole'

/** One page of the catalogue: a pure function of the snapshot, who asks, and the time. */
export const listCatalogue = (
  snapshot: Snapshot,
  viewer: Viewer,
  query: CatalogueQuery,
  now: number,
): Catalogue => {
  const { order, after, cursorAt } = placeOf(query, now)
  const most = query.limit ?? LIMITS.cataloguePage
  const tally = createTally(query, snapshot.vocabulary)
  const page: Placed[] = []
  let total = 0
  let hasMore = false
  for (const placed of snapshot.inOrder(order)) {
    if (!isListedFor(viewer, placed.summary) || !tally.add(placed.summary.terms)) continue
    total++
    if (placed.key <= after) continue
    if (page.length < most) page.push(placed)
    else hasMore = true
  }
  const last = page.at(-1)
  return {
    items: page.map(({ summary }) => summary.item),
    facets: tally.facets(),
    total,
    match: 'all',
    ...(last && hasMore ? { nextCursor: cursorAt(last.key) } : {}),
  }
}
