import { type CardField, changedFields, takeFields } from './card-fields.ts'
import type { CardForm } from './card-form.ts'

export type Merge = {
  /** Mine, with what only they changed. Fields that both changed stand as mine. */
  merged: CardForm
  /** Both changed it, and not to the same: somebody has to choose. */
  disputed: CardField[]
  /** Came in from them without dispute. */
  taken: CardField[]
}

/** Two who began from `base`: what only one of them touched is no dispute. */
export const mergeForms = (base: CardForm, mine: CardForm, theirs: CardForm): Merge => {
  const byMe = changedFields(mine, base)
  const byThem = changedFields(theirs, base)
  const differing = changedFields(mine, theirs)
  const taken = byThem.filter(field => !byMe.includes(field))
  return {
    merged: takeFields(mine, theirs, taken),
    disputed: differing.filter(field => byMe.includes(field) && byThem.includes(field)),
    taken,
  }
}

/**
 * The base to merge from when saves went out whose answers never came: where the server has what one of them said, that
 * was no colleague.
 */
export const baseInDoubt = (base: CardForm, sent: readonly CardForm[], theirs: CardForm): CardForm => {
  const byThem = changedFields(theirs, base)
  return sent.reduce((found, one) => {
    const other = changedFields(theirs, one)
    return takeFields(
      found,
      one,
      byThem.filter(field => !other.includes(field)),
    )
  }, base)
}
