import type { InitiativeChange, InitiativeDraft } from '../api/initiatives.ts'
import { type CardField, changedFields, fieldsOf } from './card-fields.ts'
import type { CardForm } from './card-form.ts'

/** What POST takes: the same form gives the same body, byte for byte, so that sending it again is a retry. */
export const createBody = (form: CardForm, originId?: string): InitiativeDraft => ({
  ...fieldsOf(form),
  status: 'draft',
  ...(originId === undefined ? {} : { origin: { kind: 'adapted', initiativeId: originId } }),
})

/** What PATCH takes: the fields that differ from what the server has, but those held back. */
export const patchBody = (
  form: CardForm,
  base: CardForm,
  heldBack: readonly CardField[] = [],
): InitiativeChange | undefined => {
  const fields = changedFields(form, base).filter(field => !heldBack.includes(field))
  if (fields.length === 0) return undefined
  const all = fieldsOf(form)
  return {
    ...Object.fromEntries(fields.map(field => [field, all[field]])),
    // Where the origin stands follows from how it goes, unless somebody says otherwise afterwards.
    ...(fields.includes('experience') ? { stage: null } : {}),
  }
}
