import { Hono, type MiddlewareHandler } from 'hono'
import { timing } from 'hono/timing'
import type { Clock } from '#functions/platform/clock.ts'
import { compressed } from '#functions/platform/compressed.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import type { Logger } from '#functions/platform/logger.ts'
import { decodeSeen } from '#functions/platform/portal-seen.ts'
import { PortalError, problemResponse } from '#functions/platform/problem.ts'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import type { Env } from '#functions/session/env.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { isPlainJson } from './body.ts'
import { isTooLarge } from './read-text.ts'

export type Guard = Record<'whoIsActing' | 'limitWrites' | 'limitExports', MiddlewareHandler<Env>>
export type FrameOptions = { guard: Guard; logger: Logger; clock: Clock; serverTiming: boolean }

const BASE = '/api/v1'
const OPEN = /^\/api\/v1\/(health|openapi\.json|docs|public(\/.*)?|feeds\/.*)$/
/** What takes much out at a time, and is therefore counted. */
const EXPORT = /^\/api\/v1\/(export\/.+|insights\/.+\.csv|me\/data)$/
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What no part of the contract needs more of. Throws `too_large`; a body is weighed once it is known who sends it. */
const demandSize: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.url.length > LIMITS.addressBytes)
    throw new PortalError('too_large', { detail: 'Adressen er for lang. Søg med færre ord.' })
  const headers = [...c.req.raw.headers].reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (headers > LIMITS.headerBytes)
    throw new PortalError('too_large', { detail: 'Der er sendt for mange eller for lange headere med.' })
  await next()
}

/** What every API has around its routes: who is acting, how fast, safe headers, and problems in Danish. */
export const createFrame = ({ guard, logger, clock, serverTiming }: FrameOptions) => {
  const frame = new Hono<Env>().basePath(BASE)

  frame.onError((error, c) => {
    const requestId = c.get('requestId')
    if (error instanceof PortalError) return problemResponse(error, requestId)
    logger.error('request_failed', {
      requestId,
      name: error.name,
      route: c.req.routePath,
      stack: error.stack ?? '',
    })
    return problemResponse(new PortalError('internal'), requestId)
  })

  if (serverTiming) frame.use(timing())
  frame.use(async (c, next) => {
    c.set('requestId', newWriteId())
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  })
  frame.use(compressed)
  frame.use(demandSize)
  frame.use(async (c, next) => {
    if (OPEN.test(c.req.path)) return next()
    return guard.whoIsActing(c, async () => {
      // What is of no kind that is read is refused for that first.
      if (isPlainJson(c) && isTooLarge(c.req)) throw new PortalError('too_large')
      if (SAFE.has(c.req.method)) decodeSeen(c.req.header(HEADERS.seen), clock())
      if (EXPORT.test(c.req.path)) await guard.limitExports(c, next)
      // Another's page does not use up what a person may write.
      else if (SAFE.has(c.req.method) || c.get('isForged')) await next()
      else await guard.limitWrites(c, next)
    })
  })
  return frame
}
