/** What may be asked of the catalogue, as it stands in an address. */
export type Filters = Partial<Record<string, string | string[]>>

const under = (path: string, filters: Filters): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) {
    for (const one of [value ?? []].flat()) search.append(name, one)
  }
  return `/api/v1/${path}${search.size > 0 ? `?${search}` : ''}`
}

export const catalogueAddress = (filters: Filters): string => under('catalogue', filters)
export const exportAddress = (filters: Filters): string => under('export/initiatives.csv', filters)

/** All that directors point at: few, and a page takes the newest of them. */
export const SPOTLIGHTS: Filters = { spotlight: 'true', limit: '100' }

/** Read by every page, and by the front page: the built pages ask for them before any code has come. */
export const SESSION_ADDRESS = '/api/v1/session'
export const FRONT_PAGE_READS = [catalogueAddress({}), catalogueAddress(SPOTLIGHTS)] as const
