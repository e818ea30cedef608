import type { Period } from '#shared/rules/vocabulary.ts'
import type { PickOption } from '../../ui/pick.tsx'

export const PERIOD_OPTIONS: readonly PickOption[] = [
  { value: '', label: 'Hele tiden' },
  { value: '12m', label: 'Seneste 12 måneder' },
  { value: '6m', label: 'Seneste 6 måneder' },
  { value: '3m', label: 'Seneste 3 måneder' },
]

/** "i de seneste 3 måneder"; nothing for everything. */
export const periodWords = (period: Period): string =>
  period === 'all' ? '' : ` i de seneste ${period.replace('m', '')} måneder`

/** "seneste 3 måneder", for the top of a printed page. */
export const periodLabel = (period: Period): string =>
  period === 'all' ? 'hele tiden' : `seneste ${period.replace('m', '')} måneder`
