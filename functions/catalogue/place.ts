import { createHash } from 'node:crypto'
import { decodeCursor, encodeCursor } from '#functions/platform/cursor.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { CatalogueQuery } from '#shared/contract/catalogue.ts'
import { danishDay, fairKey } from '#shared/rules/fair-order.ts'
import { scoreAt } from '#shared/rules/promising.ts'
import type { Status } from '#shared/rules/vocabulary.ts'
import { factsOf } from './insights/facts.ts'
import type { Order, Summary } from './replica/snapshot.ts'

type Sorted = 'fair' | 'newest' | 'promising' | 'relevance'

/** Where a page begins: in which order, after which key; and how its last card is named to the next page. */
export type Place = {
  order: Order
  byRelevance: boolean
  after: string
  cursorAt: (key: string) => string
  /** The same for all pages of a query. */
  scope: string
}

const ID = 'ini_[0-9A-Z]{26}'
const FAIR_PLACE = new RegExp(`^\\d{4}-\\d\\d-\\d\\d/[0-9a-f]{8}${ID}$`)
const PROMISING_PLACE = new RegExp(`^\\d{4}-\\d\\d-\\d\\d/\\d{11}[0-9a-f]{8}${ID}$`)
const NEWEST_PLACE = new RegExp(`^/\\d{13}${ID}$`)
const RELEVANCE_PLACE = new RegExp(`^/\\d{10}${ID}$`)

/** Ascending keys put the newest first: the time is counted down. */
const newestKey = ({ since, item }: Summary): string =>
  `${String(9_999_999_999_999 - since).padStart(13, '0')}${item.id}`

export const newestOrder = (status: Status): Order => ({ id: `${status}/newest`, status, keyOf: newestKey })

export const fairOrder = (day: string): Order => ({
  id: `published/fair/${day}`,
  status: 'published',
  keyOf: ({ item }) => fairKey(day, item.id),
})

/** The most promising first as the day began; then those without a score, shuffled by the day as ties are. */
const promisingOrder = (day: string): Order => ({
  id: `published/promising/${day}`,
  status: 'published',
  keyOf: summary => {
    const score = scoreAt(factsOf(summary).evidence, Date.parse(day)) ?? -1
    return `${String(Math.round((9 - score) * 1e9)).padStart(11, '0')}${fairKey(day, summary.item.id)}`
  },
})

/** What a cursor belongs to: the filters in any order, and the sort; not the page's length, nor who asks. */
const scopeOf = (sort: Sorted, status: Status, query: CatalogueQuery): string => {
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

const SHAPES: Record<Sorted, RegExp> = {
  fair: FAIR_PLACE,
  newest: NEWEST_PLACE,
  promising: PROMISING_PLACE,
  relevance: RELEVANCE_PLACE,
}

const sortOf = ({ status = 'published', sort, q }: CatalogueQuery): Sorted => {
  if (q !== undefined && (sort ?? 'relevance') === 'relevance') return 'relevance'
  if (status !== 'published') return 'newest'
  return sort === 'newest' || sort === 'promising' ? sort : 'fair'
}

/**
 * What answers a query by how well it does. Published cards shuffled by the day unless asked for newest first; drafts
 * and withdrawn ones newest first. The cursor keeps the day of its first page. Throws `invalid_cursor` for another query's.
 */
export const placeOf = (query: CatalogueQuery, now: number): Place => {
  const status = query.status ?? 'published'
  const sort = sortOf(query)
  const scope = scopeOf(sort, status, query)
  const [day = '', after = ''] =
    query.cursor === undefined ? [danishDay(now)] : decodeCursor(scope, query.cursor, SHAPES[sort]).split('/')
  if (sort === 'newest' || sort === 'relevance') {
    return {
      order: newestOrder(status),
      byRelevance: sort === 'relevance',
      after,
      cursorAt: key => encodeCursor(scope, `/${key}`),
      scope,
    }
  }
  if (Number.isNaN(Date.parse(day))) throw new PortalError('invalid_cursor')
  const order = sort === 'promising' ? promisingOrder(day) : fairOrder(day)
  return { order, byRelevance: false, after, cursorAt: key => encodeCursor(scope, `${day}/${key}`), scope }
}
