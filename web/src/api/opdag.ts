import { type Filters, SPOTLIGHTS } from './addresses.ts'
import { getCatalogue } from './catalogue.ts'

/** What the address may ask for, each as often as one likes. */
export const FILTER_NAMES = [
  'area',
  'unit',
  'theme',
  'themeGroup',
  'experience',
  'discretion',
  'stage',
  'adoptedBy',
] as const
const SORTS = ['newest', 'promising'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** The part of an address that chooses cards, in one order, so that the same choice is asked for once. */
export const filtersOf = (search: string): Filters => {
  const asked = new URLSearchParams(search)
  const filters: Record<string, string | string[]> = {}
  for (const name of FILTER_NAMES) {
    const values = asked.getAll(name).filter(value => value !== '')
    if (values.length > 0) filters[name] = values
  }
  const q = asked.get('q')?.trim()
  if (q) filters.q = q
  const sort = asked.get('sort')
  if (SORTS.some(one => one === sort)) filters.sort = sort ?? ''
  return filters
}

/** Whether anything is chosen: an order or words alone are not. */
export const isFiltered = (filters: Filters): boolean => FILTER_NAMES.some(name => name in filters)

/** What is looked for. */
export const wordsOf = (filters: Filters): string => [filters.q ?? ''].flat()[0] ?? ''

/** Nobody waits for it: what fails here fails again, and is shown, where it is read. */
const ahead = (read: Promise<unknown>): void => {
  read.catch(() => {})
}

/** Begun with the navigation, before the page's own code is there. */
export const preloadOpdag = (search: string): void => {
  const filters = filtersOf(search)
  ahead(getCatalogue(filters))
  if (!isFiltered(filters) && wordsOf(filters) === '') ahead(getCatalogue(SPOTLIGHTS))
}
