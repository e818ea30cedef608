import { query } from '@solidjs/router'
import type { Activity, FigureCards, Flows, Promising } from '#shared/contract/insights.ts'
import { PERIODS, type Period } from '#shared/rules/vocabulary.ts'
import { catalogueApi, portalFetch } from './client.ts'

/** The period that an address asks for; everything, unless it is one we know. */
export const periodOf = (asked: string | undefined): Period =>
  PERIODS.find(period => period === asked) ?? 'all'

export const getPromising = query(async (): Promise<Promising> => {
  const response = await catalogueApi.insights.promising.$get()
  return response.json()
}, 'promising')

export const getFlows = query(async (period: Period): Promise<Flows> => {
  const response = await portalFetch(`/api/v1/insights/flows?period=${period}`)
  return response.json()
}, 'flows')

/** Of one area, or of all. */
export const getActivity = query(async (period: Period, area?: string): Promise<Activity> => {
  const search = new URLSearchParams({ period, ...(area ? { area } : {}) })
  const response = await portalFetch(`/api/v1/insights/activity?${search}`)
  return response.json()
}, 'activity')

/** The cards behind one figure; `search` as the contract has it. */
export const getFigureCards = query(
  async (figure: 'flows' | 'activity', search: string): Promise<FigureCards> => {
    const response = await portalFetch(`/api/v1/insights/${figure}/cards?${search}`)
    return response.json()
  },
  'figure-cards',
)

/** Begun with the navigation, before the page's own code is there; what fails is shown where it is read. */
export const preloadOverblik = (search: string): void => {
  const asked = new URLSearchParams(search)
  const period = periodOf(asked.get('periode') ?? undefined)
  const area = asked.get('område') ?? undefined
  for (const read of [getPromising(), getFlows(period), getActivity(period, area)]) read.catch(() => {})
}
