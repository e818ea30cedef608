import { query } from '@solidjs/router'
import type {
  Catalogue,
  CatalogueItem,
  Kindred,
  LineageTree,
  Similar,
  UnitAdoptions,
} from '#shared/contract/catalogue.ts'
import { catalogueAddress, type Filters } from './addresses.ts'
import { catalogueApi, portalFetch } from './client.ts'

/** A page of the catalogue past every cache: what failed a moment ago may be asked for again at once. */
export const readCatalogue = async (filters: Filters): Promise<Catalogue> => {
  const response = await portalFetch(catalogueAddress(filters))
  return response.json()
}

/** One page of the catalogue under some filters, given as they stand in the address. */
export const getCatalogue = query(readCatalogue, 'catalogue')

export const getUnitAdoptions = query(async (unitId: string): Promise<UnitAdoptions> => {
  const response = await catalogueApi.units[':unitId'].adoptions.$get({ param: { unitId } })
  return response.json()
}, 'unit-adoptions')

/** The beginning tells what a text is about; addresses have a length. */
const BEGINNING = 1500

/** At most five cards like a text, and not the card that it is of. */
export const getSimilar = query(async (text: string, not?: string): Promise<CatalogueItem[]> => {
  const search = new URLSearchParams({
    text: text.slice(0, BEGINNING),
    ...(not === undefined ? {} : { not }),
  })
  const response = await portalFetch(`/api/v1/catalogue/similar?${search}`)
  const { items }: Similar = await response.json()
  return items
}, 'similar')

/** The family of a card, each after the one it was made from. */
export const getLineageTree = query(async (id: string): Promise<Kindred[]> => {
  const response = await portalFetch(`/api/v1/catalogue/lineage/${id}`)
  const { items }: LineageTree = await response.json()
  return items
}, 'lineage-tree')
