import { belongsTo, see, type Viewer } from '#shared/rules/visibility.ts'
import type { Status } from '#shared/rules/vocabulary.ts'
import { remembering } from './remembered.ts'
import type { Snapshot, Summary } from './replica/snapshot.ts'

/** Whether a list may show this card to this person; drafts and withdrawn cards only to their own unit. */
const isListedFor = (viewer: Viewer, { item, guarded }: Summary): boolean =>
  (item.status === 'published' || belongsTo(viewer, guarded)) && see(viewer, guarded) === 'whole'

/** By the number of each card: 1 where a list of that status shows it to a person. */
export type Listed = Uint8Array

/** As many kinds of viewers as one moment of the catalogue remembers: all units of a municipality, and more. */
const VIEWERS_KEPT = 200
const remembered = remembering<Listed>(VIEWERS_KEPT)

/** All that visibility asks of a viewer: those for whom it is the same see the same. */
export const kindOf = ({ personId, unitId, areaId, roles, unitUnconfirmed }: Viewer): string =>
  JSON.stringify([unitId, areaId, roles, unitUnconfirmed ? personId : ''])

const listedNow = (snapshot: Snapshot, viewer: Viewer, status: Status): Listed => {
  const listed = new Uint8Array(snapshot.ground.size)
  for (const summary of snapshot.all()) {
    if (summary.item.status === status && isListedFor(viewer, summary)) listed[summary.number] = 1
  }
  return listed
}

/** Which cards of a status a person is shown. Worked out once for each moment of the catalogue and kind of viewer. */
export const listedFor = (snapshot: Snapshot, viewer: Viewer, status: Status): Listed =>
  remembered(snapshot, `${status} ${kindOf(viewer)}`, () => listedNow(snapshot, viewer, status))
