import { see, type Viewer } from '#shared/rules/visibility.ts'
import type { Snapshot, Summary } from '../replica/snapshot.ts'

/** Whether a figure may count this card for this person: published, and seen whole. */
export const isShownTo = (viewer: Viewer | undefined, { item, guarded }: Summary): boolean =>
  item.status === 'published' && see(viewer, guarded) === 'whole'

/** Everything published that this person sees. */
export const shownTo = (snapshot: Snapshot, viewer: Viewer | undefined): Summary[] => {
  const shown: Summary[] = []
  for (const summary of snapshot.all()) if (isShownTo(viewer, summary)) shown.push(summary)
  return shown
}
