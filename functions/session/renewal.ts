import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '#functions/platform/config.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { hashOf } from '#functions/platform/secrets.ts'
import type { SessionContent, SessionItem } from '#functions/store/sessions.ts'
import type { Store } from '#functions/store/store.ts'
import { rememberPerson } from './acting.ts'
import { personIdFor } from './person-id.ts'
import type { Provider } from './provider.ts'
import { seal, unseal } from './seal.ts'

const MINUTE = 60_000
/** Asked for again from here on, so that nobody waits; and never older than this. */
const ASK_AFTER = 10 * MINUTE
export const CLAIMS_AT_MOST = 15 * MINUTE
/** A refresh token may be used once: one request asks, the others go on with what is there, or wait. */
const LEASE = 30_000
const LOOK_EVERY = 150
const LOOKS = 20

/** Whether somebody is asking the provider now: nobody else may write the session, or what they get is lost. */
export const isBeingAsked = ({ renewingAt }: SessionContent, now: number): boolean =>
  renewingAt !== undefined && now - renewingAt < LEASE

/** What the provider says of a person, had again while the session lasts: rights taken away there end here too. */
export const createRenewal = (config: Config, store: Store, provider: Provider) => {
  const clock = store.table.clock
  const ageOf = (session: SessionItem): number => clock() - session.claimsAt

  /** Somebody else is asking: until they have, or have given up. */
  const awaited = async (hash: string): Promise<SessionItem> => {
    for (let look = 0; look < LOOKS; look++) {
      await wait(LOOK_EVERY)
      const session = await store.sessions.find(hash)
      if (!session) throw new PortalError('unauthenticated')
      if (ageOf(session) < CLAIMS_AT_MOST) return session
    }
    throw new PortalError('unavailable')
  }

  const ended = async (hash: string): Promise<never> => {
    await store.sessions.end(hash, newWriteId())
    throw new PortalError('unauthenticated')
  }

  const ask = async (
    token: string,
    content: SessionContent,
    version: number,
    isLate: boolean,
  ): Promise<SessionItem> => {
    const hash = hashOf(token)
    const refresh = content.refresh === undefined ? undefined : unseal(token, content.refresh)
    if (refresh === undefined) return isLate ? ended(hash) : { ...content, version }
    const lease = await store.sessions.write(hash, { ...content, renewingAt: clock() }, version, newWriteId())
    if (!lease.landed) return isLate ? awaited(hash) : { ...content, version }
    const answer = await provider.renew(refresh)
    if (answer === 'unavailable') {
      if (isLate) throw new PortalError('unavailable')
      return { ...content, version: lease.version }
    }
    if (answer === 'ended') return ended(hash)
    const { sub, ...claims } = answer.claims
    if (personIdFor(config.issuer, sub, config.trustsPersonSubjects) !== content.personId) return ended(hash)
    const { renewingAt, ...kept } = content
    const next = { ...kept, claims, claimsAt: clock(), refresh: seal(token, answer.refresh) }
    const result = await store.sessions.write(hash, next, lease.version, newWriteId())
    await rememberPerson(store, content.personId, claims)
    return { ...next, version: result.landed ? result.version : lease.version }
  }

  /** The session with claims that the provider stands by. Throws `unauthenticated`, or `unavailable` while it cannot be asked. */
  return async (token: string, session: SessionItem): Promise<SessionItem> => {
    const age = ageOf(session)
    if (age < ASK_AFTER) return session
    const isLate = age >= CLAIMS_AT_MOST
    if (isBeingAsked(session, clock())) return isLate ? awaited(hashOf(token)) : session
    const { version, deleted, ...content } = session
    return ask(token, content, version, isLate)
  }
}
