import { createHash } from 'node:crypto'
import { decodeCursor, encodeCursor } from '#functions/platform/cursor.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { CatalogueQuery } from '#shared/contract/catalogue.ts'
import { danishDay, fairKey } from '#shared/rules/fair-order.ts'
import type { Status } from '#shared/rules/vocabulary.ts'
import type { Order, Summary } from './replica/snapshot.ts'

/** Where a page begins: in which order, after which key; and how its last card is named to the next page. */
export type Place = { order: Order; after: string; cursorAt: (key: string) => string }

const ID = 'ini_[0-9A-Z]{26}'
const FAIR_PLACE = new RegExp(`^\\d{4}-\\d\\d-\\d\\d/[0-9a-f]{8}${ID}$`)
const NEWEST_PLACE = new RegExp(`^/\\d{13}${ID}$`)

/** Ascending keys put the newest first: the time is counted down. */
const newestKey = ({ since, item }: Summary): string =>
  `${String(9_999_999_999_999 - since).padStart(13, '0')}${item.id}`

const newestOrder = (status: Status): Order => ({ id: `${status}/newest`, status, keyOf: newestKey })

const fairOrder = (day: string): Order => ({
  id: `published/fair/${day}`,
  status: 'published',
  keyOf: ({ item }) => fairKey(day, item.id),
})

/** What a cursor belongs to: the filters in any order, and the sort; not the page's length, nor who asks. */
const scopeOf = (sort: 'fair' | 'newest', status: Status, query: CatalogueQuery): string => {
  const { cursor, limit, sort: _, status: __, ...filters } = query
  const asked = Object.entries(filters)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([name, value]) => [name, [...new Set([value ?? []].flat())].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([sort, status, asked]))
    .digest('base64url')
    .slice(0, 22)
}

/**
 * Published cards shuffled by the day unless asked for newest first; drafts and withdrawn ones newest first. The
 * cursor keeps the day of its first page. Throws `invalid_cursor` for another query's.
 */
export const placeOf = (query: CatalogueQuery, now: number): Place => {
  const status = query.status ?? 'published'
  const sort = status === 'published' && query.sort !== 'newest' ? 'fair' : 'newest'
  const scope = scopeOf(sort, status, query)
  const shape = sort === 'fair' ? FAIR_PLACE : NEWEST_PLACE
  const [day = '', after = ''] =
    query.cursor === undefined ? [danishDay(now)] : decodeCursor(scope, query.cursor, shape).split('/')
  if (sort === 'newest') {
    return { order: newestOrder(status), after, cursorAt: key => encodeCursor(scope, `/${key}`) }
  }
  if (Number.isNaN(Date.parse(day))) throw new PortalError('invalid_cursor')
  return { order: fairOrder(day), after, cursorAt: key => encodeCursor(scope, `${day}/${key}`) }
}
