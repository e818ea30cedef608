import type { Context } from 'hono'
import type * as z from 'zod'
import { fieldOf } from '#functions/api/fields.ts'
import { PortalError } from '#functions/platform/problem.ts'

/**
 * Single query parameters as a schema has them: left empty is absent, and unknown ones are passed over. Throws
 * `invalid_cursor`, or `invalid` naming the parameters.
 */
export const parseParameters = <S extends z.ZodType>(c: Context, schema: S): z.output<S> => {
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => fieldOf(issue, given, schema))
  const isCursor = fields.every(field => field.path === 'cursor')
  throw isCursor ? new PortalError('invalid_cursor') : new PortalError('invalid', { fields })
}
