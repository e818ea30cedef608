import { isoTime } from '#functions/platform/clock.ts'
import { hashOf, isSecretOf, newSecret } from '#functions/platform/secrets.ts'
import { isLive, type PersonItem } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { personId } from '#shared/contract/person.ts'
import type { Act, Deps } from './actor.ts'
import { requireUnit } from './approach.ts'
import { blankPerson } from './profile.ts'
import { LOST, type Outcome, settle } from './settle.ts'

const DAY = 24 * 60 * 60 * 1000
/** An address in a forgotten reader does not look in for ever. */
const LASTS = 365 * DAY

const setFeed = (deps: Deps, act: Act, ownFeed: PersonItem['ownFeed']): Promise<Outcome<null>> =>
  settle(async () => {
    const row = await deps.store.persons.find(act.actor.personId)
    if (ownFeed === undefined && row?.ownFeed === undefined) return { body: null, wrote: [] }
    const {
      v,
      version,
      writeId,
      changedAt,
      ownFeed: _,
      ...kept
    } = row ?? {
      ...blankPerson(act.actor),
      ownFeed: undefined,
      v: 1,
      version: undefined,
      writeId: '',
      changedAt: 0,
    }
    const result = await deps.store.persons.write(ownFeed ? { ...kept, ownFeed } : kept, version, act.writeId)
    return result.landed ? { body: null, version: result.version, wrote: [] } : LOST
  })

/** A new address of the person's own feed, which replaces the one before. Answers with the secret part of it. */
export const makeFeed = async (deps: Deps, act: Act): Promise<Outcome<string>> => {
  requireUnit(act.actor)
  const secret = newSecret()
  const outcome = await setFeed(deps, act, { hash: hashOf(secret), since: isoTime(deps.clock()) })
  return { ...outcome, body: secret }
}

/** Whoever has the address sees nothing any more. Also for somebody who has no unit now. */
export const revokeFeed = (deps: Deps, act: Act): Promise<Outcome<null>> => setFeed(deps, act, undefined)

/**
 * The person whose feed this is the address of, and since when (ms); nobody for an address that is wrong, replaced,
 * revoked or a year old, nor for a person who was kept out, or signed out everywhere, since.
 */
export const findFeed = async (
  store: Store,
  id: string,
  secret: string,
  now: number,
): Promise<{ person: PersonItem; since: number } | undefined> => {
  if (!personId.safeParse(id).success) return undefined
  const person = await store.persons.find(id)
  if (!person?.ownFeed || !isLive(person) || !isSecretOf(person.ownFeed.hash, secret)) return undefined
  const since = Date.parse(person.ownFeed.since)
  const isShutOut = person.blockedAt !== undefined || (person.endedAt ?? 0) > since
  return isShutOut || now - since >= LASTS ? undefined : { person, since }
}
