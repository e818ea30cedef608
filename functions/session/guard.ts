import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config } from '#functions/platform/config.ts'
import { PortalError, rateLimited } from '#functions/platform/problem.ts'
import { hashOf } from '#functions/platform/secrets.ts'
import type { Rate, RateKind } from '#functions/store/rates.ts'
import type { Store } from '#functions/store/store.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { demandWelcome, rememberPerson, resolveActor } from './acting.ts'
import { beganAt, renewed, SESSION_COOKIE } from './cookie-session.ts'
import type { Env } from './env.ts'
import { personIdFor } from './person-id.ts'
import type { Provider } from './provider.ts'
import { createRenewal, isBeingAsked } from './renewal.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const REMEMBERED = 5000

/** An unsafe request that rides on a cookie must come from this origin, and say so twice. */
export const isFromOwnPage = (c: Context, publicOrigin: string): boolean => {
  const origin = c.req.header('origin')
  const isOwn =
    origin === undefined ? c.req.header('sec-fetch-site') === 'same-origin' : origin === publicOrigin
  return isOwn && c.req.header(HEADERS.csrf) === '1'
}

/** Who is acting (by bearer token or cookie), and how fast they may write. */
export const createGuard = (config: Config, store: Store, provider: Provider) => {
  const remembered = new Set<string>()
  const withFreshClaims = createRenewal(config, store, provider)

  const byBearer = async (authorization: string) => {
    const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization) ?? []
    if (token === undefined)
      throw new PortalError('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } })
    const { claims: said, issuedAt } = await provider.verify(token)
    const { sub, ...claims } = said
    const personId = personIdFor(config.issuer, sub, config.trustsPersonSubjects)
    const mark = createHash('sha256')
      .update(JSON.stringify([personId, claims]))
      .digest('base64url')
    if (!remembered.has(mark)) {
      demandWelcome(await store.persons.find(personId), issuedAt)
      await rememberPerson(store, personId, claims)
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.add(mark)
    }
    return resolveActor(store, personId, claims, issuedAt)
  }

  const byCookie = async (c: Context<Env>) => {
    const token = getCookie(c, SESSION_COOKIE)
    const found = token === undefined ? undefined : await store.sessions.find(hashOf(token))
    if (token === undefined || !found) throw new PortalError('unauthenticated')
    if (!SAFE.has(c.req.method) && !isFromOwnPage(c, config.publicOrigin)) {
      c.set('isForged', true)
      return resolveActor(store, found.personId, found.claims, beganAt(found))
    }
    const session = await withFreshClaims(token, found)
    const now = store.table.clock()
    const next = isBeingAsked(session, now) ? undefined : renewed(session, now)
    // Whoever loses the race to renew has been renewed all the same.
    if (next) await store.sessions.write(hashOf(token), next, session.version, c.get('requestId'))
    return resolveActor(store, session.personId, session.claims, beganAt(session))
  }

  const whoIsActing: MiddlewareHandler<Env> = async (c, next) => {
    const authorization = c.req.header('authorization')
    c.set('actor', await (authorization === undefined ? byCookie(c) : byBearer(authorization)))
    await next()
  }

  /** Counts before anything else is looked at: what is refused and what is sent again count too. */
  const limit =
    (kind: RateKind, rate: Rate): MiddlewareHandler<Env> =>
    async (c, next) => {
      const taken = await store.rates.take(c.get('actor').personId, kind, rate)
      if (!taken.isTaken) throw rateLimited(taken.waitMs)
      await next()
    }

  return {
    whoIsActing,
    limitWrites: limit('writes', config.rates.writes),
    limitExports: limit('exports', config.rates.exports),
  }
}
