import { type CardField, changedFields, takeFields } from './card-fields.ts'
import type { CardForm } from './card-form.ts'

export type Merge = {
  /** Mine, with what only they changed. Fields that both changed stand as mine. */
  merged: CardForm
  /** Both changed it, and not to the same: somebody has to choose. */
  disputed: CardField[]
}

/** Two who began from `base`: what only one of them touched is no dispute. */
export const mergeForms = (base: CardForm, mine: CardForm, theirs: CardForm): Merge => {
  const byMe = changedFields(mine, base)
  const byThem = changedFields(theirs, base)
  const differing = changedFields(mine, theirs)
  const onlyTheirs = byThem.filter(field => !byMe.includes(field))
  return {
    merged: takeFields(mine, theirs, onlyTheirs),
    disputed: differing.filter(field => byMe.includes(field) && byThem.includes(field)),
  }
}
