import type { Adoption } from '#shared/contract/adoption.ts'

const FOUR_WEEKS = 28 * 86_400_000

/** Months later, on the same day of the month or its last. Times in ms since 1970. */
const plusMonths = (from: number, months: number): number => {
  const date = new Date(from)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  return date.setUTCDate(Math.min(day, last))
}

export type Asking = 'first' | 'again' | 'decide'

type Told = Pick<Adoption, 'stage' | 'startedOn' | 'createdAt' | 'updatedAt' | 'outcome' | 'reportedAt'>

/**
 * Whether the portal asks how it goes: after four weeks without an outcome, and again after three and six months
 * (PRODUCT.md, "The adoption"). Who considers for that long is asked whether they begin. Stopped: never.
 */
export const asking = (adoption: Told, now: number): Asking | undefined => {
  if (adoption.stage === 'stopped') return undefined
  if (adoption.stage === 'considering')
    return now - Date.parse(adoption.updatedAt) >= FOUR_WEEKS ? 'decide' : undefined
  const began = Date.parse(adoption.startedOn ?? adoption.createdAt)
  const told = adoption.reportedAt === undefined ? undefined : Date.parse(adoption.reportedAt)
  if (adoption.outcome === undefined) return now - began >= FOUR_WEEKS ? 'first' : undefined
  const passed = [3, 6].map(months => plusMonths(began, months)).filter(mark => mark <= now)
  const mark = passed.at(-1)
  return mark !== undefined && (told === undefined || told < mark) ? 'again' : undefined
}
