import type { ActivityKind, AdoptionStage, Experience, Period } from '#shared/rules/vocabulary.ts'

type Flow = {
  from?: string
  to?: string
  stage?: AdoptionStage
  outcome?: Experience
}
type Month = { kind?: ActivityKind; area?: string; month?: string; theme?: string }

const searchOf = (asked: Record<string, string | undefined>): URLSearchParams => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, value)
  return search
}

const known = (period: Period): string | undefined => (period === 'all' ? undefined : period)

/** The page with the cards behind a figure. Its parameters are the contract's. */
export const flowAddress = (flow: Flow, period: Period): string =>
  `/overblik/greb?${searchOf({ tal: 'flows', ...flow, period: known(period) })}`

export const monthAddress = (month: Month, period: Period): string =>
  `/overblik/greb?${searchOf({ tal: 'activity', ...month, period: known(period) })}`

export const csvAddress = (figure: 'promising' | 'flows' | 'activity', period: Period): string =>
  `/api/v1/insights/${figure}.csv?period=${period}`
