import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type * as z from 'zod'
import { PortalError } from '#functions/platform/problem.ts'
import type { Env } from '#functions/session/env.ts'
import { findCprs } from '#shared/rules/cpr.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { cprField, fieldOf, saysNotCpr } from './fields.ts'
import { known } from './known.ts'
import { readText } from './read-text.ts'

type JsonInput<S extends z.ZodObject> = { in: { json: z.input<S> }; out: { json: z.output<S> } }

const JSON_TYPE = /^application\/(?:[a-z0-9.+-]+\+)?json(?:\s*;.*)?$/i

const saysJson = (c: Context): boolean => JSON_TYPE.test(c.req.header('content-type') ?? '')
/** A compressed body would have no size until it is unpacked. Nothing that a person writes needs one. */
const saysPlain = (c: Context): boolean => /^(?:identity)?$/i.test(c.req.header('content-encoding') ?? '')

/** Whether a body says to be what is read here. */
export const isPlainJson = (c: Context): boolean => saysJson(c) && saysPlain(c)

/** A body that is checked in the contract's order: type, size, JSON, then shape and CPR numbers together. */
export const jsonBody = <S extends z.ZodObject>(schema: S) =>
  createMiddleware<Env, string, JsonInput<S>>(async (c, next) => {
    demandPlainJson(c)
    const raw = parseJson(await readText(c.req))
    const parsed = schema.safeParse(raw)
    const allowBare = saysNotCpr(c.req.header(HEADERS.notCpr))
    const hits = findCprs(known(raw, schema))
    const blocked = hits.filter(hit => hit.form === 'separated' || !allowBare).map(hit => cprField(hit.path))
    const others = parsed.success ? [] : parsed.error.issues.map(issue => fieldOf(issue, raw, schema))
    if (blocked.length > 0) throw new PortalError('cpr_number', { fields: [...blocked, ...others] })
    if (!parsed.success) throw new PortalError('invalid', { fields: others })
    c.set(
      'notCpr',
      hits.map(hit => hit.path),
    )
    c.req.addValidatedData('json', parsed.data)
    await next()
  })

const demandPlainJson = (c: Context): void => {
  if (!saysJson(c)) throw new PortalError('unsupported_media_type')
  if (saysPlain(c)) return
  throw new PortalError('unsupported_media_type', {
    detail: 'Send JSON uden komprimering (Content-Encoding).',
    headers: { 'accept-encoding': 'identity' },
  })
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new PortalError('malformed_json')
  }
}
