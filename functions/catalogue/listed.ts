import { belongsTo, see, type Viewer } from '#shared/rules/visibility.ts'
import type { Summary } from './replica/snapshot.ts'

/** Whether a list may show this card to this person; drafts and withdrawn cards only to their own unit. */
export const isListedFor = (viewer: Viewer, { item, guarded }: Summary): boolean =>
  (item.status === 'published' || belongsTo(viewer, guarded)) && see(viewer, guarded) === 'whole'
