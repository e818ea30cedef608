import type { Initiative } from '#shared/contract/initiative.ts'
import { formOf } from './card-fields.ts'
import { emptyForm } from './card-form.ts'
import type { DeviceDraft } from './device.ts'
import { type Conflict, hasContent } from './draft-now.ts'
import { baseInDoubt, mergeForms } from './merge.ts'

/** A new card; `contact` is who writes. */
export const newDraft = (key: string, contact: string, originId?: string): DeviceDraft => ({
  key,
  form: emptyForm(contact),
  base: emptyForm(contact),
  originId,
  sent: [],
  vouched: [],
  savedAt: 0,
})

/** Begun here, and not yet on the server: the newest, of one that grows from the same card. */
export const unsentDraft = (drafts: readonly DeviceDraft[], originId?: string): DeviceDraft | undefined =>
  drafts.find(
    draft =>
      draft.id === undefined &&
      (originId === undefined || draft.originId === originId) &&
      (draft.posted !== undefined || hasContent(draft.form, draft.base)),
  )

export type Begun = { draft: DeviceDraft; conflict?: Conflict; found: boolean; merged: boolean }

/** A card of the server, with what this device has of it that was never sent. */
export const beginFrom = (card: Initiative, drafts: readonly DeviceDraft[]): Begun => {
  const theirs = formOf(card)
  const kept = drafts.find(draft => draft.id === card.id)
  const { id, version } = card
  if (!kept) {
    const draft = { key: id, id, version, form: theirs, base: theirs, sent: [], vouched: [], savedAt: 0 }
    return { draft, found: false, merged: false }
  }
  const { merged, disputed, taken } = mergeForms(baseInDoubt(kept.base, kept.sent, theirs), kept.form, theirs)
  const draft = { ...kept, form: merged }
  if (disputed.length > 0)
    return { draft, conflict: { theirs, version, fields: disputed }, found: true, merged: false }
  return { draft: { ...draft, base: theirs, version, sent: [] }, found: true, merged: taken.length > 0 }
}
