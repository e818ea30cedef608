import type { Context } from 'hono'
import { cprField, fieldOf, saysNotCpr } from '#functions/api/fields.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type CatalogueQuery, catalogueQuery, similarQuery } from '#shared/contract/catalogue.ts'
import { findCpr } from '#shared/rules/cpr.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { parseParameters } from './parameters.ts'

/** What the query parameters mean, for the OpenAPI document. */
export const PARAMETERS = {
  q: 'What is looked for, in Danish, at most 200 characters',
  area: 'Id of an area; repeatable',
  unit: 'Id of a unit; repeatable',
  theme: 'Id of a theme; repeatable',
  themeGroup: 'Id of a group of themes; repeatable',
  stage: 'The card’s stage; repeatable',
  experience: 'The origin’s experience; repeatable',
  discretion: 'Who may decide it; repeatable',
  adoptedBy: 'Id of a unit that adopted it; repeatable',
  spotlight: 'true: only what a director points at',
  status: 'published, or the own unit’s draft or withdrawn',
  sort: 'fair (default), newest, promising or relevance (default with q)',
  limit: '1–100, 20 by default',
  cursor: 'From nextCursor',
} as const

/** Whether the sender says that ten digits in a row are no CPR number. */
export const isVouched = (c: Context): boolean => saysNotCpr(c.req.header(HEADERS.notCpr))

/** Throws `cpr_number`; not for ten digits in a row that the sender says are none. */
export const refuseCpr = (name: string, value: string | undefined, isNotCpr: boolean): void => {
  const form = value === undefined ? undefined : findCpr(value)
  if (form === undefined || (form === 'bare' && isNotCpr)) return
  throw new PortalError('cpr_number', { detail: CPR_IN_SEARCH, fields: [cprField(name)] })
}
const CPR_IN_SEARCH = 'Søg uden CPR-nummer. Vi gemmer det ikke, og der står ingen i kortene.'

const SINGLE = ['q', 'spotlight', 'status', 'sort', 'limit', 'cursor'] as const
/** A form sends what is not chosen as an empty value. An empty place in a list is a mistake, though. */
const EMPTY_IS_ABSENT = ['spotlight', 'status', 'sort'] as const

const isEmptyChoice = (name: string, value: string | undefined): boolean =>
  value === '' && EMPTY_IS_ABSENT.some(choice => choice === name)

/**
 * Query parameters as the contract has them. Throws `cpr_number`, `invalid_cursor`, or `invalid` naming the parameters.
 */
export const parseQuery = (queries: Readonly<Record<string, string[]>>, isNotCpr = false): CatalogueQuery => {
  const repeatable = Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.filter(value => value !== '')]),
  )
  const single = Object.fromEntries(
    SINGLE.map(name => {
      const value = queries[name]?.at(-1)
      return [name, isEmptyChoice(name, value) ? undefined : value]
    }),
  )
  refuseCpr('q', single.q, isNotCpr)
  const parsed = catalogueQuery.safeParse({ ...repeatable, ...single })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => fieldOf(issue, single, catalogueQuery))
  const isCursor = fields.every(field => field.path === 'cursor')
  throw isCursor ? new PortalError('invalid_cursor') : new PortalError('invalid', { fields })
}

export const SIMILAR_PARAMETERS = {
  text: 'What is being written, at most 8,000 characters',
  not: 'Id of the card that the text is of',
} as const

/** Throws `cpr_number`, or `invalid`. */
export const parseSimilar = (c: Context) => {
  refuseCpr('text', c.req.query('text'), isVouched(c))
  return parseParameters(c, similarQuery)
}
