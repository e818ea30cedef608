import type { FigureCards } from '#shared/contract/insights.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { newestOrder } from '../place.ts'
import type { Snapshot, Summary } from '../replica/snapshot.ts'
import { shownBy } from './seen.ts'

/** The cards that made a figure, the newest first; all are counted, a page of them is shown. */
export const cardsBehind = (
  snapshot: Snapshot,
  viewer: Viewer,
  isMeant: (summary: Summary) => boolean,
  most: number = LIMITS.cataloguePageMost,
): FigureCards => {
  const isShown = shownBy(snapshot, viewer)
  const items: FigureCards['items'] = []
  let total = 0
  for (const { summary } of snapshot.inOrder(newestOrder('published'))) {
    if (!isShown(summary) || !isMeant(summary)) continue
    total++
    if (items.length < most) items.push(summary.item)
  }
  return { items, total }
}
