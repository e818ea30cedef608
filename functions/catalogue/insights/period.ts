import type { Period } from '#shared/rules/vocabulary.ts'
import { monthOf } from './marks.ts'

const MONTHS: Record<Exclude<Period, 'all'>, number> = { '12m': 12, '6m': 6, '3m': 3 }

/** The first and the last month of a period at a time (ms); what lies ahead has not happened yet. */
export const monthsOf = (period: Period, now: number): { first: string; last: string } => {
  const last = monthOf(now)
  if (period === 'all') return { first: '', last }
  const [year = 0, month = 1] = last.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - MONTHS[period], 1)).toISOString().slice(0, 7)
  return { first, last }
}
