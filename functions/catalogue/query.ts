import { fieldOf } from '#functions/api/fields.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type CatalogueQuery, catalogueQuery } from '#shared/contract/catalogue.ts'

/** What the query parameters mean, for the OpenAPI document. */
export const PARAMETERS = {
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
  sort: 'fair (default), newest or promising',
  limit: '1–100, 20 by default',
  cursor: 'From nextCursor',
} as const

const SINGLE = ['spotlight', 'status', 'sort', 'limit', 'cursor'] as const
/** A form sends what is not chosen as an empty value. An empty place in a list is a mistake, though. */
const EMPTY_IS_ABSENT = ['spotlight', 'status', 'sort'] as const

const isEmptyChoice = (name: string, value: string | undefined): boolean =>
  value === '' && EMPTY_IS_ABSENT.some(choice => choice === name)

/** Query parameters as the contract has them. Throws `invalid_cursor`, or `invalid` naming the parameters. */
export const parseQuery = (queries: Readonly<Record<string, string[]>>): CatalogueQuery => {
  const repeatable = Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.filter(value => value !== '')]),
  )
  const single = Object.fromEntries(
    SINGLE.map(name => {
      const value = queries[name]?.at(-1)
      return [name, isEmptyChoice(name, value) ? undefined : value]
    }),
  )
  const parsed = catalogueQuery.safeParse({ ...repeatable, ...single })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => fieldOf(issue, single))
  const isCursor = fields.every(field => field.path === 'cursor')
  throw isCursor ? new PortalError('invalid_cursor') : new PortalError('invalid', { fields })
}
