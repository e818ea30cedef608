import { DISCRETIONS, EVIDENCES, EXPERIENCES, VISIBILITIES } from '#shared/rules/vocabulary.ts'
import { type CardForm, emptyForm, LIST_PATHS, TEXT_PATHS } from './card-form.ts'

/** What was written to the device long ago, or by an older portal, is not trusted: it is read piece by piece. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const parseJson = (raw: string | null): unknown => {
  try {
    return raw === null ? undefined : JSON.parse(raw)
  } catch {
    return undefined
  }
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find(one => one === value)
export const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(item => typeof item === 'string') : []

export const parseForm = (value: unknown): CardForm | undefined => {
  if (!isRecord(value) || !isRecord(value.texts)) return undefined
  const form = emptyForm()
  const texts = { ...form.texts }
  for (const path of TEXT_PATHS) texts[path] = textOf(value.texts[path])
  const lists = { ...form.lists }
  const kept = isRecord(value.lists) ? value.lists : {}
  for (const path of LIST_PATHS) lists[path] = textsIn(kept[path])
  return {
    texts,
    lists,
    experience: oneOf(EXPERIENCES, value.experience),
    discretion: oneOf(DISCRETIONS, value.discretion),
    evidence: oneOf(EVIDENCES, value.evidence),
    visibility: oneOf(VISIBILITIES, value.visibility) ?? form.visibility,
  }
}
