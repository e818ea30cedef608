import { isoTime } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type Draft, isLive, type PersonItem } from '#functions/store/items.ts'
import { keys, TOMBSTONE_SECONDS } from '#functions/store/table.ts'
import { personId } from '#shared/contract/person.ts'
import type { Act, Deps } from './actor.ts'
import { audited } from './content.ts'
import { demandModerator } from './moderate.ts'
import { recorded } from './recorded.ts'
import { LOST, type Outcome, settle } from './settle.ts'

type Next = Partial<Draft<PersonItem>> | undefined

/** What a moderator does to somebody's access. One's own is left to another moderator. */
const change = async (deps: Deps, act: Act, id: string, decide: (person: PersonItem, at: string) => Next) => {
  demandModerator(act)
  if (!personId.safeParse(id).success) throw new PortalError('not_found')
  if (id === act.actor.personId)
    throw new PortalError('forbidden', { detail: 'Det må en anden moderator gøre for dig.' })
  return settle(async (): Promise<Outcome<null> | typeof LOST> => {
    const person = await deps.store.persons.find(id)
    if (!person || !isLive(person)) throw new PortalError('not_found')
    const at = isoTime(deps.clock())
    const next = decide(person, at)
    if (next === undefined) return { body: null, wrote: [] }
    const { v, version, writeId, changedAt, ...kept } = person
    const result = await deps.store.persons.write(
      { ...kept, ...audited(act, at, person.notCpr), ...next },
      version,
      act.writeId,
    )
    return result.landed ? { body: null, wrote: [{ ...keys.person(id), version: result.version }] } : LOST
  })
}

export const blockPerson = (deps: Deps, act: Act, id: string, reason: string) =>
  change(deps, act, id, (person, at) =>
    person.blockedAt === undefined
      ? { blockedAt: at, ...recorded(act, at, 'blocked', person, reason) }
      : undefined,
  )

export const unblockPerson = (deps: Deps, act: Act, id: string) =>
  change(deps, act, id, (person, at) =>
    person.blockedAt === undefined
      ? undefined
      : { blockedAt: undefined, ...recorded(act, at, 'unblocked', person) },
  )

/** Every session and token there is: they sign in again. */
export const endSessions = (deps: Deps, act: Act, id: string) =>
  change(deps, act, id, (person, at) => ({
    endedAt: deps.clock(),
    ...recorded(act, at, 'ended_sessions', person),
  }))

/** What is left of a person who was erased; the name only until it is gone from all texts (`stream/erase-person.ts`). */
export const erased = (person: Draft<PersonItem>, now: number): Draft<PersonItem> => ({
  ...keys.person(person.id),
  kind: 'person',
  id: person.id,
  name: '',
  formerNames: [person.name, ...(person.formerNames ?? [])],
  roles: [],
  preferences: {},
  endedAt: now,
  deleted: true,
  expiresAt: Math.floor(now / 1000) + TOMBSTONE_SECONDS,
})

/** A person who left: name and profile go; what they wrote stays with the unit, told by role and unit. */
export const erasePerson = (deps: Deps, act: Act, id: string) =>
  change(deps, act, id, (person, at) => {
    const { moderation, ...gone } = erased(person, deps.clock())
    const emptied = { title: undefined, claimedUnitId: undefined, chosenUnitId: undefined, seenIn: undefined }
    return {
      ...emptied,
      unitConfirmed: undefined,
      blockedAt: undefined,
      ownFeed: undefined,
      notCpr: undefined,
      ...gone,
      ...recorded(act, at, 'erased', {}),
    }
  })
