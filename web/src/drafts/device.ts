import type { CardForm } from './card-form.ts'
import { isRecord, parseForm, parseJson, textOf, textsIn } from './parse.ts'

/** The part of Web Storage that is used. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What this device keeps of one card until the server has it. */
export type DeviceDraft = {
  /** Made once for this draft; the Idempotency-Key of its POST. */
  key: string
  /** The card, once the server has answered. */
  id?: string | undefined
  /** The version that `base` had on the server. */
  version?: number | undefined
  form: CardForm
  /** What the server had when `form` grew from it. */
  base: CardForm
  /** The card that this one grew from. */
  originId?: string | undefined
  /** Sent by POST without an answer: the same must be sent again, so that no second card is made. */
  posted?: { form: CardForm; originId?: string | undefined } | undefined
  /** Sent by PATCH without an answer, oldest first: the server may have any of them. */
  sent: readonly CardForm[]
  /** Paths of ten digits that the person says are no CPR number. */
  vouched: readonly string[]
  /** ms since 1970, by the device's clock. */
  savedAt: number
}

const FORMAT = 1
const prefixOf = (personId: string): string => `draft:${personId}:`

/** The browser's storage; undefined where it is switched off. */
export const browserStorage = (): DeviceStorage | undefined => {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** False when the device refuses (full, or switched off): then nobody may be told that it is kept there. */
export const keepOnDevice = (storage: DeviceStorage | undefined, name: string, value: unknown): boolean => {
  try {
    storage?.setItem(name, JSON.stringify(value))
    return storage !== undefined
  } catch {
    return false
  }
}

export const readFromDevice = (storage: DeviceStorage | undefined, name: string): unknown => {
  try {
    return parseJson(storage?.getItem(name) ?? null)
  } catch {
    return undefined
  }
}

export const dropFromDevice = (storage: DeviceStorage | undefined, name: string): void => {
  try {
    storage?.removeItem(name)
  } catch {
    // Nothing was kept there, then.
  }
}

export const keepDraft = (
  storage: DeviceStorage | undefined,
  personId: string,
  draft: DeviceDraft,
): boolean => keepOnDevice(storage, prefixOf(personId) + draft.key, { ...draft, format: FORMAT })

export const dropDraft = (storage: DeviceStorage | undefined, personId: string, key: string): void =>
  dropFromDevice(storage, prefixOf(personId) + key)

/** A person's drafts on this device, newest first. Others who use the device never see them. */
export const deviceDrafts = (storage: DeviceStorage | undefined, personId: string): DeviceDraft[] => {
  const prefix = prefixOf(personId)
  const names = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
  return names
    .filter(name => name.startsWith(prefix))
    .flatMap(name => parseDraft(name.slice(prefix.length), readFromDevice(storage, name)) ?? [])
    .sort((a, b) => b.savedAt - a.savedAt)
}

const parseDraft = (key: string, value: unknown): DeviceDraft | undefined => {
  if (!isRecord(value) || value.format !== FORMAT) return undefined
  const form = parseForm(value.form)
  const base = parseForm(value.base)
  if (!form || !base) return undefined
  const posted = isRecord(value.posted) ? parseForm(value.posted.form) : undefined
  const postedOrigin = isRecord(value.posted) ? textOf(value.posted.originId) : ''
  return {
    key,
    form,
    base,
    id: textOf(value.id) || undefined,
    version: typeof value.version === 'number' ? value.version : undefined,
    originId: textOf(value.originId) || undefined,
    posted: posted && { form: posted, originId: postedOrigin || undefined },
    sent: Array.isArray(value.sent) ? value.sent.flatMap(one => parseForm(one) ?? []) : [],
    vouched: textsIn(value.vouched),
    savedAt: typeof value.savedAt === 'number' ? value.savedAt : 0,
  }
}
