import type { Actor } from '#functions/domain/actor.ts'
import { isoTime } from '#functions/platform/clock.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type Draft, isLive, type PersonItem } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { keys } from '#functions/store/table.ts'
import type { Claims } from '#shared/contract/session.ts'

export type PersonClaims = Omit<Claims, 'sub'>

/**
 * Throws `unauthenticated` for who was kept out, or whose sign-in is from before everything of theirs was ended.
 * `since`: when the session began or the token was issued (ms).
 */
export const demandWelcome = (person: PersonItem | undefined, since: number): void => {
  if (person?.blockedAt !== undefined)
    throw new PortalError('unauthenticated', {
      title: 'Din adgang er spærret',
      detail: 'En moderator har spærret den. Tal med din leder eller en moderator.',
    })
  if (person?.endedAt !== undefined && since < person.endedAt) throw new PortalError('unauthenticated')
}

/** The person behind the claims, by today's organisation: a unit that sign-in names always wins. */
export const resolveActor = async (
  store: Store,
  personId: string,
  claims: PersonClaims,
  since: number,
): Promise<Actor> => {
  const { organisation } = await store.organisations.today()
  const base = {
    personId,
    name: claims.name,
    ...(claims.title === undefined ? {} : { title: claims.title }),
    roles: claims.roles,
  }
  if (claims.unit !== undefined && organisation.isOpen(claims.unit)) {
    demandWelcome(await store.persons.lately(personId), since)
    const areaId = organisation.areaOf(claims.unit)
    return { ...base, unitId: claims.unit, areaId, unitFromSignIn: true, choosesUnit: false }
  }
  const chosen = await store.persons.find(personId)
  demandWelcome(chosen, since)
  const unitId = chosen?.chosenUnitId
  if (unitId === undefined || !organisation.isOpen(unitId))
    return { ...base, unitFromSignIn: false, choosesUnit: true }
  return {
    ...base,
    unitId,
    areaId: organisation.areaOf(unitId),
    unitUnconfirmed: chosen?.unitConfirmed !== true,
    unitFromSignIn: false,
    choosesUnit: false,
  }
}

const NAMES_KEPT = 10

const sameAs = (person: PersonItem, claims: PersonClaims): boolean =>
  person.name === claims.name &&
  person.title === claims.title &&
  person.claimedUnitId === claims.unit &&
  person.roles.join() === claims.roles.join()

/** So that a name one had can be erased with the one that one has. */
const namesBefore = (row: PersonItem | undefined, name: string): string[] | undefined =>
  row === undefined || row.name === name
    ? row?.formerNames
    : [...new Set([row.name, ...(row.formerNames ?? [])])].slice(0, NAMES_KEPT)

/** Keeps the person's row as sign-in has it, so that names can be looked up. Writes only what changed. */
export const rememberPerson = async (store: Store, personId: string, claims: PersonClaims): Promise<void> => {
  const row = await store.persons.find(personId)
  const seenIn = isoTime(store.table.clock()).slice(0, 7)
  if (row && isLive(row) && sameAs(row, claims)) {
    if (row.seenIn !== seenIn) await store.persons.seen(personId, seenIn)
    return
  }
  const isBack = row !== undefined && !isLive(row)
  const { version, deleted, expiresAt, formerNames, ...kept } = row ?? { version: undefined, preferences: {} }
  const person: Draft<PersonItem> = {
    ...kept,
    ...keys.person(personId),
    kind: 'person',
    id: personId,
    name: claims.name,
    title: claims.title,
    claimedUnitId: claims.unit,
    roles: claims.roles,
    seenIn,
    formerNames: isBack ? undefined : namesBefore(row, claims.name),
  }
  // Lost only to another sign-in of the same person, which knows as much.
  await store.persons.write(person, version, newWriteId())
}
