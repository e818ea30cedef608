import type { Catalogue, CatalogueItem, CatalogueQuery } from '#shared/contract/catalogue.ts'
import { danishDay, fairKey } from '#shared/rules/fair-order.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { see, type Viewer } from '#shared/rules/visibility.ts'
import { decodeCursor, encodeCursor } from '#functions/platform/cursor.ts'
import type { Today } from '#functions/store/organisations.ts'
import { filtered } from './filters.ts'
import type { CatalogueState } from './state.ts'
import { summaryOf } from './summary.ts'

/** What this person may see whole, of one status; drafts and withdrawn cards only of their own unit. */
export const visibleItems = (
  state: CatalogueState,
  viewer: Viewer,
  { organisation }: Today,
  status: CatalogueItem['status'] = 'published',
): CatalogueItem[] => {
  const items: CatalogueItem[] = []
  for (const entry of state.entries.values()) {
    const summary = summaryOf(state, entry, organisation)
    if (!summary || summary.item.status !== status) continue
    if (status !== 'published' && summary.guarded.ownerUnitId !== viewer.unitId) continue
    if (see(viewer, summary.guarded) === 'whole') items.push(summary.item)
  }
  return items
}

type Order = { scope: string; keyOf: (item: CatalogueItem) => string; day: string }

/** Every order is a key to sort by, unique for a card, so that a page begins after the last one's. */
const orderOf = (query: CatalogueQuery, now: number): Order => {
  const { cursor, limit, ...asked } = query
  const isFair = (query.status ?? 'published') === 'published' && query.sort !== 'newest'
  const scope = JSON.stringify([isFair ? 'fair' : 'newest', asked])
  if (!isFair) return { scope, day: '', keyOf: item => newestKey(item) }
  const day = cursor === undefined ? danishDay(now) : (placeOf(scope, cursor).split('/', 1)[0] ?? '')
  return { scope, day, keyOf: item => fairKey(day, item.id) }
}

/** Ascending keys put the newest first: each digit of the time is turned round. */
const newestKey = (item: CatalogueItem): string => {
  const at = Date.parse(item.publishedAt ?? item.updatedAt)
  return `${String(9_999_999_999_999 - at).padStart(13, '0')}${item.id}`
}

const PLACE = /^(\d{4}-\d\d-\d\d)?\/[0-9A-Za-z_]{1,60}$/
const placeOf = (scope: string, cursor: string): string => decodeCursor(scope, cursor, PLACE)

/** One page of the catalogue: a pure function of the state, who asks, today's organisation and the time. */
export const listCatalogue = (
  state: CatalogueState,
  viewer: Viewer,
  query: CatalogueQuery,
  today: Today,
  now: number,
): Catalogue => {
  const { scope, day, keyOf } = orderOf(query, now)
  const after = query.cursor === undefined ? '' : (placeOf(scope, query.cursor).split('/')[1] ?? '')
  const { kept, facets } = filtered(visibleItems(state, viewer, today, query.status), query, today.taxonomy)
  const keyed = kept.map(item => ({ item, key: keyOf(item) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  const rest = after === '' ? keyed : keyed.filter(({ key }) => key > after)
  const page = rest.slice(0, query.limit ?? LIMITS.cataloguePage)
  const last = page.at(-1)
  return {
    items: page.map(({ item }) => item),
    facets,
    total: kept.length,
    match: 'all',
    ...(last && rest.length > page.length ? { nextCursor: encodeCursor(scope, `${day}/${last.key}`) } : {}),
  }
}
