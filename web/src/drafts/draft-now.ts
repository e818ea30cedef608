import type { Initiative } from '#shared/contract/initiative.ts'
import type { InitiativeChange, InitiativeDraft } from '../api/initiatives.ts'
import { type CardField, changedFields } from './card-fields.ts'
import type { CardForm } from './card-form.ts'
import type { Wrong } from './check.ts'
import type { DeviceDraft, DeviceStorage } from './device.ts'
import type { SaveState } from './save-state.ts'

export type Written = Pick<Initiative, 'id' | 'version' | 'visibility'> & Partial<Initiative>

/** What a draft needs of the server; each may throw an `ApiProblem`. */
export type DraftApi = {
  create: (body: InitiativeDraft, key: string, vouch: { notCpr: boolean }) => Promise<Written>
  patch: (id: string, version: number, body: InitiativeChange, vouch: { notCpr: boolean }) => Promise<Written>
  read: (id: string) => Promise<Written>
}

export type DraftDeps = {
  api: DraftApi
  storage: DeviceStorage | undefined
  personId: string
  now: () => number
  later: (run: () => void, ms: number) => () => void
  newKey: () => string
  onChange: (draft: DraftNow) => void
  /** False for a published card: colleagues would read half sentences. */
  autosaves: boolean
}

export type Conflict = { theirs: CardForm; version: number; fields: CardField[] }

/** A draft as it is at this moment. */
export type DraftNow = DeviceDraft & {
  save: SaveState
  /** Whether the device took the newest text. */
  onDevice: boolean
  wrongs: readonly Wrong[]
  conflict?: Conflict | undefined
  /** The version not chosen, so that the choice can be undone. */
  aside?: CardForm | undefined
  /** A colleague's edits came in beside ours, without dispute. */
  merged: boolean
}

/** Fields that say something about the move; who to ask and who may see it are there from the start. */
const isTelling = (field: CardField): boolean => field !== 'contact' && field !== 'visibility'
export const hasContent = (form: CardForm, base: CardForm): boolean =>
  changedFields(form, base).some(isTelling)
