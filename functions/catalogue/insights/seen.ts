import { danishDay } from '#shared/rules/fair-order.ts'
import { see, type Viewer } from '#shared/rules/visibility.ts'
import { kindOf, listedFor } from '../listed.ts'
import { remembering } from '../remembered.ts'
import type { Snapshot, Summary } from '../replica/snapshot.ts'

/** Whether a figure may count this card for this person: published, and seen whole. */
export const isShownTo = (viewer: Viewer | undefined, { item, guarded }: Summary): boolean =>
  item.status === 'published' && see(viewer, guarded) === 'whole'

/** Tells for this person whether a figure counts a card; who sees what is worked out once for each moment. */
export const shownBy = (snapshot: Snapshot, viewer: Viewer): ((summary: Summary) => boolean) => {
  const listed = listedFor(snapshot, viewer, 'published')
  return ({ number }) => listed[number] === 1
}

/** Everything published that this person sees. */
export const shownTo = (snapshot: Snapshot, viewer: Viewer): Summary[] => {
  const isShown = shownBy(snapshot, viewer)
  const shown: Summary[] = []
  for (const summary of snapshot.all()) if (isShown(summary)) shown.push(summary)
  return shown
}

const FIGURES_KEPT = 200

/** A figure, worked out once for each moment of the catalogue, kind of viewer, day and question. */
export const figures = <T>() => {
  const remembered = remembering<T>(FIGURES_KEPT)
  return (snapshot: Snapshot, viewer: Viewer, now: number, asked: string, workOut: () => T): T =>
    remembered(snapshot, `${danishDay(now)} ${asked} ${kindOf(viewer)}`, workOut)
}
