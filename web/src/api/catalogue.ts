import { query } from '@solidjs/router'
import type { Catalogue, UnitAdoptions } from '#shared/contract/catalogue.ts'
import { catalogueAddress, type Filters } from './addresses.ts'
import { catalogueApi, portalFetch } from './client.ts'

/** One page of the catalogue under some filters, given as they stand in the address. */
export const getCatalogue = query(async (filters: Filters): Promise<Catalogue> => {
  const response = await portalFetch(catalogueAddress(filters))
  return response.json()
}, 'catalogue')

export const getUnitAdoptions = query(async (unitId: string): Promise<UnitAdoptions> => {
  const response = await catalogueApi.units[':unitId'].adoptions.$get({ param: { unitId } })
  return response.json()
}, 'unit-adoptions')
