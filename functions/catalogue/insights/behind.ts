import type { FigureCards } from '#shared/contract/insights.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { newestOrder } from '../place.ts'
import type { Snapshot, Summary } from '../replica/snapshot.ts'
import { shownBy } from './seen.ts'

/** The cards that made a figure, each so many times, the newest first; all are counted, a page of them is shown. */
export const cardsBehind = (
  snapshot: Snapshot,
  viewer: Viewer,
  timesOf: (summary: Summary) => number,
  most: number = LIMITS.cataloguePageMost,
): FigureCards => {
  const isShown = shownBy(snapshot, viewer)
  const items: FigureCards['items'] = []
  let total = 0
  let times = 0
  for (const { summary } of snapshot.inOrder(newestOrder('published'))) {
    const counted = isShown(summary) ? timesOf(summary) : 0
    if (counted === 0) continue
    total++
    times += counted
    if (items.length < most) items.push(summary.item)
  }
  return { items, total, times }
}
