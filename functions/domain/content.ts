import { PortalError } from '#functions/platform/problem.ts'
import type { NotCpr } from '#functions/store/items.ts'
import type { InitiativeContent, InitiativeInput, InitiativePatch } from '#shared/contract/initiative.ts'
import type { FieldProblem } from '#shared/contract/problem.ts'
import { missingToPublish } from '#shared/rules/publishing.ts'
import type { Act } from './actor.ts'

const LISTS = ['core', 'adaptable', 'themes', 'keywords', 'questions'] as const

/** A group of which nothing is set is itself unset. */
const group = <T extends object>(value: T | null | undefined): T | undefined =>
  value && Object.values(value).some(inner => inner !== undefined) ? value : undefined

/** The words of a new card: lists are always there, what is unset is absent. */
export const contentOf = (input: InitiativeInput): InitiativeContent => {
  const { status, visibility, ...fields } = input
  return withLists({ ...fields, requirements: group(input.requirements) })
}

/** Each field sent replaces; null clears. What a card was made from stays. */
export const patched = (content: InitiativeContent, patch: InitiativePatch): InitiativeContent => {
  const { visibility, ...sent } = patch
  const fields = Object.fromEntries(
    Object.entries(sent)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, value ?? undefined]),
  )
  const next: InitiativeContent = { ...content, ...fields }
  const made = content.origin?.initiativeId
  const { initiativeId, ...origin } = next.origin ?? { kind: 'adapted' }
  const keepsOrigin = next.origin !== undefined || made !== undefined
  return withLists({
    ...next,
    requirements: group(next.requirements),
    origin: keepsOrigin ? { ...origin, ...(made === undefined ? {} : { initiativeId: made }) } : undefined,
  })
}

const withLists = (content: Partial<InitiativeContent>): InitiativeContent => {
  const lists = Object.fromEntries(LISTS.map(list => [list, content[list] ?? []]))
  return { core: [], adaptable: [], themes: [], keywords: [], questions: [], ...content, ...lists }
}

export const emptyContent: InitiativeContent = withLists({})

const required = (path: string): FieldProblem => ({
  path,
  code: 'required',
  message: 'Det skal med, før kortet kan udgives.',
})

/** Throws `invalid` naming each field that a published card must have. */
export const demandComplete = (content: Partial<InitiativeContent>): void => {
  const missing = missingToPublish(content)
  if (missing.length > 0) throw new PortalError('invalid', { fields: missing.map(required) })
}

/** Throws `invalid` for a theme that the taxonomy does not have. */
export const demandKnownThemes = (
  themes: readonly string[] | null | undefined,
  known: ReadonlySet<string>,
): void => {
  const fields = (themes ?? []).flatMap((theme, index): FieldProblem[] =>
    known.has(theme) ? [] : [{ path: `themes.${index}`, code: 'invalid', message: 'Det tema findes ikke.' }],
  )
  if (fields.length > 0) throw new PortalError('invalid', { fields })
}

const AUDIT_KEPT = 50

/** The audit trail of ten digits that a person says are no CPR number: field, time and person. */
export const audited = (act: Act, at: string, earlier?: NotCpr): { notCpr?: NonNullable<NotCpr> } => {
  if (act.notCpr.length === 0) return earlier ? { notCpr: earlier } : {}
  const entries = act.notCpr.map(field => ({ field, at, personId: act.actor.personId }))
  return { notCpr: [...(earlier ?? []), ...entries].slice(-AUDIT_KEPT) }
}

export const sameContent = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
