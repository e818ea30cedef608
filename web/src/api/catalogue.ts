import { query } from '@solidjs/router'
import type { Catalogue, UnitAdoptions } from '#shared/contract/catalogue.ts'
import { catalogueApi, portalFetch } from './client.ts'

export type Filters = Partial<Record<string, string | string[]>>

/** One page of the catalogue under some filters, given as they stand in the address. */
export const getCatalogue = query(async (filters: Filters): Promise<Catalogue> => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    for (const one of [value ?? []].flat()) search.append(name, one)
  }
  const response = await portalFetch(`/api/v1/catalogue${search.size > 0 ? `?${search}` : ''}`)
  return response.json()
}, 'catalogue')

export const SPOTLIGHTS: Filters = { spotlight: 'true', sort: 'newest', limit: '3' }

export const getUnitAdoptions = query(async (unitId: string): Promise<UnitAdoptions> => {
  const response = await catalogueApi.units[':unitId'].adoptions.$get({ param: { unitId } })
  return response.json()
}, 'unit-adoptions')
