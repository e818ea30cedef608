import { isoTime } from '#functions/platform/clock.ts'
import { fieldError, PortalError } from '#functions/platform/problem.ts'
import { type Draft, isLive, type PersonItem } from '#functions/store/items.ts'
import { keys } from '#functions/store/table.ts'
import { type Person, type PersonPatch, type Preferences, personId } from '#shared/contract/person.ts'
import type { Act, Actor, Deps } from './actor.ts'
import { honour, type IfMatch } from './if-match.ts'
import { recorded } from './recorded.ts'
import { LOST, type Outcome, settle } from './settle.ts'

const personView = (actor: Actor, row: PersonItem | undefined): Person => ({
  id: actor.personId,
  name: actor.name,
  ...(actor.title === undefined ? {} : { title: actor.title }),
  ...(actor.unitId === undefined ? {} : { unitId: actor.unitId }),
  ...(actor.areaId === undefined ? {} : { areaId: actor.areaId }),
  roles: [...actor.roles],
  preferences: row?.preferences ?? {},
  choosesUnit: actor.choosesUnit,
  ...(actor.unitUnconfirmed ? { unitUnconfirmed: true } : {}),
  ...(row?.ownFeed ? { feedSince: row.ownFeed.since } : {}),
})

export const readProfile = async (deps: Deps, actor: Actor): Promise<{ body: Person; version: number }> => {
  const row = await deps.store.persons.find(actor.personId)
  return { body: personView(actor, row), version: row?.version ?? 1 }
}

/** A person of whom nothing is kept yet. */
export const blankPerson = (actor: Actor): Draft<PersonItem> => ({
  ...keys.person(actor.personId),
  kind: 'person',
  id: actor.personId,
  name: actor.name,
  ...(actor.title === undefined ? {} : { title: actor.title }),
  roles: [...actor.roles],
  preferences: {},
})

const saysSame = (sent: Preferences | undefined, now: Preferences = {}): boolean =>
  sent === undefined || (sent.theme === now.theme && sent.mail === now.mail)

/** Preferences at any time; the unit once, and only where sign-in names none. */
export const patchProfile = async (
  deps: Deps,
  act: Act,
  patch: PersonPatch,
  ifMatch: IfMatch,
): Promise<Outcome<Person>> => {
  const { store } = deps
  const { actor } = act
  return settle(async () => {
    const [row, { organisation }] = await Promise.all([
      store.persons.find(actor.personId),
      store.organisations.today(),
    ])
    if (patch.unitId !== undefined) {
      if (actor.unitFromSignIn) throw new PortalError('unit_from_sign_in')
      if (row?.chosenUnitId !== undefined && organisation.isOpen(row.chosenUnitId))
        throw new PortalError('unit_chosen')
    }
    honour(ifMatch, row?.version ?? 1)
    if (patch.unitId !== undefined && !organisation.isOpen(patch.unitId)) {
      throw fieldError('unitId', 'invalid', 'Den enhed findes ikke. Vælg en fra listen.')
    }
    const { v, version, writeId, changedAt, ...kept } = row ?? {
      ...blankPerson(actor),
      v: 1,
      version: 1,
      writeId: '',
      changedAt: 0,
    }
    const isSame = patch.unitId === undefined && saysSame(patch.preferences, row?.preferences)
    if (isSame) return { body: personView(actor, row), version: row?.version ?? 1, wrote: [] }
    const draft: Draft<PersonItem> = {
      ...kept,
      ...(patch.preferences ? { preferences: patch.preferences } : {}),
      ...(patch.unitId === undefined ? {} : { chosenUnitId: patch.unitId, unitConfirmed: false }),
    }
    const result = await store.persons.write(draft, row?.version, act.writeId)
    if (!result.landed) return LOST
    const item: PersonItem = { ...draft, v: 1, version: result.version, writeId: act.writeId, changedAt: 0 }
    const chose = patch.unitId
    const areaId = chose === undefined ? actor.areaId : organisation.areaOf(chose)
    const now: Actor =
      chose === undefined
        ? actor
        : { ...actor, unitId: chose, areaId, unitUnconfirmed: true, choosesUnit: false }
    return { body: personView(now, item), version: result.version, wrote: [] }
  })
}

/** A moderator confirms the unit that a person chose (`unitId`), or resets the choice (undefined). */
export const settleUnit = async (
  deps: Deps,
  act: Act,
  id: string,
  unitId: string | undefined,
): Promise<Outcome<null>> => {
  const { store } = deps
  if (!act.actor.roles.includes('moderator'))
    throw new PortalError('forbidden', { detail: 'Det gør en moderator.' })
  if (!personId.safeParse(id).success) throw new PortalError('not_found')
  return settle(async () => {
    const row = await store.persons.find(id)
    if (!row || !isLive(row)) throw new PortalError('not_found')
    if (unitId !== undefined && row.chosenUnitId !== unitId) throw new PortalError('conflict')
    const { v, version, writeId, changedAt, chosenUnitId, unitConfirmed, ...kept } = row
    const at = isoTime(deps.clock())
    const draft =
      unitId === undefined
        ? { ...kept, ...recorded(act, at, 'reset_unit', row) }
        : {
            ...kept,
            chosenUnitId: unitId,
            unitConfirmed: true,
            ...recorded(act, at, 'confirmed_unit', row),
          }
    const result = await store.persons.write(draft, version, act.writeId)
    return result.landed ? { body: null, wrote: [{ ...keys.person(id), version: result.version }] } : LOST
  })
}
