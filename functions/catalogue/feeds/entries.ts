import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { shownBy } from '../insights/seen.ts'
import { newestOrder } from '../place.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import type { FeedEntry } from './atom.ts'

const NEWEST = 20

/** What a director points at, and the newest cards that the person sees; what happened last comes first. */
export const entriesFor = (snapshot: Snapshot, viewer: Viewer, origin: string): FeedEntry[] => {
  const { organisation } = snapshot.today
  const isShown = shownBy(snapshot, viewer)
  const pointed: CatalogueItem[] = []
  const newest: CatalogueItem[] = []
  for (const { summary } of snapshot.inOrder(newestOrder('published'))) {
    if (!isShown(summary)) continue
    if (summary.item.spotlight) pointed.push(summary.item)
    else if (newest.length < NEWEST) newest.push(summary.item)
  }
  const entryOf = (item: CatalogueItem): FeedEntry => {
    const { spotlight, publishedAt = item.updatedAt } = item
    const isPointedLast = spotlight !== undefined && spotlight.createdAt > item.updatedAt
    return {
      id: `${origin}/greb/${item.id}`,
      title: item.title ?? 'Et greb uden navn',
      summary: [item.summary, spotlight && `Fremhævet af ${spotlight.author.name}: »${spotlight.reason}«`]
        .filter(Boolean)
        .join('\n\n'),
      address: `${origin}/greb/${item.id}`,
      author: organisation.unitName(item.unitId) ?? item.unitId,
      published: publishedAt,
      updated: isPointedLast ? spotlight.createdAt : item.updatedAt,
      ...(spotlight ? { category: 'Fremhævet' } : {}),
    }
  }
  return [...pointed, ...newest].map(entryOf).sort((a, b) => (a.updated > b.updated ? -1 : 1))
}
