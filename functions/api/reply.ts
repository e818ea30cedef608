import type { Context } from 'hono'
import type { Act } from '#functions/domain/actor.ts'
import { type IfMatch, parseIfMatch } from '#functions/domain/if-match.ts'
import type { Clock } from '#functions/platform/clock.ts'
import { demandReadableSeen, encodeSeen, type Written } from '#functions/platform/portal-seen.ts'
import { fieldError, PortalError } from '#functions/platform/problem.ts'
import type { Env } from '#functions/session/env.ts'
import { hashBody, type RetryScope } from '#functions/store/idempotency.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { isTooLarge } from './read-text.ts'

type C = Context<Env>

/**
 * The request as the domain knows it: no write is done without. Throws, once the body has been read and in the
 * contract's order, `too_large` for a body where none is read, `invalid` for an unreadable `Portal-Seen`, and `csrf`
 * for what another page sent.
 */
export const actOf = (c: C): Act => {
  if (isTooLarge(c.req)) throw new PortalError('too_large')
  demandReadableSeen(c.req.header(HEADERS.seen))
  if (c.get('isForged')) throw new PortalError('csrf')
  return { actor: c.get('actor'), writeId: c.get('requestId'), notCpr: c.get('notCpr') ?? [] }
}

export const ifMatchOf = (c: C): IfMatch => parseIfMatch(c.req.header(HEADERS.ifMatch))

/** The scope of a POST that may be sent again; undefined when it has no key. Throws `invalid` for a bad key. */
export const retryScope = (c: C, body: unknown): RetryScope | undefined => {
  const key = c.req.header(HEADERS.idempotencyKey)
  if (key === undefined) return undefined
  if (key.length > LIMITS.idempotencyKey || !/^[\x20-\x7e]+$/.test(key)) {
    throw fieldError(HEADERS.idempotencyKey, 'invalid', 'En Idempotency-Key er 1–200 tegn, der kan skrives.')
  }
  return {
    personId: c.get('actor').personId,
    method: c.req.method,
    path: c.req.path,
    key,
    bodyHash: hashBody(body),
  }
}

export const setVersion = (c: C, version: number | undefined): void => {
  if (version !== undefined) c.header(HEADERS.etag, `"${version}"`)
}

/** What every acknowledged write tells: the version it left, and a token that covers it and what was carried. */
export const acknowledge = (
  c: C,
  clock: Clock,
  outcome: { version?: number | undefined; wrote: readonly Written[]; replayed?: boolean },
): void => {
  setVersion(c, outcome.version)
  const token = encodeSeen(c.req.header(HEADERS.seen), outcome.wrote, clock())
  c.header(HEADERS.seen, token)
  if (outcome.replayed) c.header(HEADERS.replayed, 'true')
}
