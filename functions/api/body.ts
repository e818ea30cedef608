import { createMiddleware } from 'hono/factory'
import type * as z from 'zod'
import { PortalError } from '#functions/platform/problem.ts'
import type { Env } from '#functions/session/env.ts'
import { findCprs } from '#shared/rules/cpr.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { cprField, fieldOf } from './fields.ts'
import { readText } from './read-text.ts'

type JsonInput<S extends z.ZodObject> = { in: { json: z.input<S> }; out: { json: z.output<S> } }

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json(?:\s*;.*)?$/i

/** A body that is checked in the contract's order: type, size, JSON, then shape and CPR numbers together. */
export const jsonBody = <S extends z.ZodObject>(schema: S) =>
  createMiddleware<Env, string, JsonInput<S>>(async (c, next) => {
    if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) throw new PortalError('unsupported_media_type')
    const raw = parseJson(await readText(c.req))
    const parsed = schema.safeParse(raw)
    const allowBare = c.req.header(HEADERS.notCpr)?.toLowerCase() === 'true'
    const hits = findCprs(known(raw, schema))
    const blocked = hits.filter(hit => hit.form === 'separated' || !allowBare).map(hit => cprField(hit.path))
    const others = parsed.success ? [] : parsed.error.issues.map(issue => fieldOf(issue, raw))
    if (blocked.length > 0) throw new PortalError('cpr_number', { fields: [...blocked, ...others] })
    if (!parsed.success) throw new PortalError('invalid', { fields: others })
    c.set(
      'notCpr',
      hits.map(hit => hit.path),
    )
    c.req.addValidatedData('json', parsed.data)
    await next()
  })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new PortalError('malformed_json')
  }
}

/** Only what the schema knows: other fields are ignored, whatever they hold. */
const known = (raw: unknown, schema: z.ZodObject): unknown =>
  typeof raw === 'object' && raw !== null
    ? Object.fromEntries(Object.entries(raw).filter(([key]) => Object.hasOwn(schema.shape, key)))
    : {}
