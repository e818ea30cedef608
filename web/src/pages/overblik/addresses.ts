import type { ActivityKind, AdoptionStage, Experience, Period } from '#shared/rules/vocabulary.ts'

/** What the overview is asked to show: a period, and perhaps one area's giving and taking. */
export type View = { period: Period; area?: string | undefined }

type Flow = {
  from?: string
  to?: string
  stage?: AdoptionStage
  outcome?: Experience
  /** As in the picture: without those who only consider it. */
  taken?: 'true'
}
type Month = { kind?: ActivityKind | 'removed'; area?: string | undefined; month?: string; theme?: string }
type Table = 'promising' | 'flows' | 'activity' | 'themes'

const searchOf = (asked: Record<string, string | undefined>): URLSearchParams => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) search.set(name, value)
  return search
}

const known = (period: Period): string | undefined => (period === 'all' ? undefined : period)

/** The page with the cards behind a figure. Its parameters are the contract's; `område` is for the way back. */
const behind = (tal: 'flows' | 'activity', asked: Flow | Month, { period, area }: View): string =>
  `/overblik/greb?${searchOf({ tal, ...asked, period: known(period), område: area })}`

export const flowAddress = (flow: Flow, view: View): string => behind('flows', flow, view)
export const monthAddress = (month: Month, view: View): string => behind('activity', month, view)

export const csvAddress = (table: Table, { period, area }: View): string =>
  `/api/v1/insights/${table}.csv?${searchOf({ period, area })}`

/** What the page with the cards asks for, as an address has it, and where it was come from. */
export const readBehind = (address: string) => {
  const asked = new URLSearchParams(address)
  const tal = asked.get('tal') === 'activity' ? ('activity' as const) : ('flows' as const)
  const search = new URLSearchParams(asked)
  search.delete('tal')
  search.delete('område')
  const back = searchOf({
    periode: asked.get('period') ?? undefined,
    område: asked.get('område') ?? undefined,
  })
  return {
    tal,
    asked,
    search: `${search}`,
    csv: `/api/v1/insights/${tal}/cards.csv?${search}`,
    back: back.size === 0 ? '/overblik' : `/overblik?${back}`,
  }
}
