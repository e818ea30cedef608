import { PortalError } from '#functions/platform/problem.ts'
import { type AdoptionItem, type InitiativeItem, initiativeItem, isLive } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { type Key, keys } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import { initiativeId } from '#shared/contract/initiative.ts'
import { belongsTo, type Sight } from '#shared/rules/visibility.ts'
import type { Actor, Deps } from './actor.ts'
import { guardedOf, sightOf } from './sight.ts'

export type Approach = {
  card: InitiativeItem
  /** The actor's unit's adoption, tombstone or not. */
  mine: AdoptionItem | undefined
  sight: Exclude<Sight, 'nothing'>
  isOwn: boolean
  today: Today
  /** The other items asked for, as they are in the table. */
  row: (key: Key) => Row | undefined
}

/** Ids in a path that cannot be ids are ids of nothing. */
export const pathId = (id: string): string => {
  if (!initiativeId.safeParse(id).success) throw new PortalError('not_found')
  return id
}

/**
 * Reads a card on behalf of someone, in one BatchGet with whatever else the action needs.
 * Throws `not_found` where they may not know of it.
 */
export const approach = async (
  deps: Deps,
  actor: Actor,
  id: string,
  extra: Key[] = [],
): Promise<Approach> => {
  const { store } = deps
  const mineKey = actor.unitId === undefined ? undefined : keys.adoption(pathId(id), actor.unitId)
  const wanted = [keys.initiative(pathId(id)), ...(mineKey ? [mineKey] : []), ...extra]
  const [rows, today] = await Promise.all([store.table.getMany(wanted), store.organisations.today()])
  const row = (key: Key): Row | undefined => rows.find(one => one.pk === key.pk && one.sk === key.sk)

  const cardRow = row(keys.initiative(id))
  const card = cardRow === undefined ? undefined : initiativeItem.parse(cardRow)
  if (!card || !isLive(card)) throw new PortalError('not_found')

  const mine = mineKey === undefined ? undefined : store.adoptions.parse(row(mineKey))
  const tied = mine && isLive(mine) ? [mine.unitId] : []
  let sight = sightOf(actor, card, today.organisation, tied)
  if (sight === 'nothing') {
    sight = sightOf(actor, card, today.organisation, await lineageUnits(deps, card, today))
  }
  if (sight === 'nothing') throw new PortalError('not_found')
  return { card, mine, sight, isOwn: belongsTo(actor, guardedOf(card, today.organisation)), today, row }
}

/** Of a family, so many cards are asked about at most: further off nobody is tied by it. */
const KIN_MOST = 50

/** Units whose cards stand in the card's lineage, both ways, step by step. Asked only when all else hides the card. */
export const lineageUnits = async (
  { store }: Deps,
  card: InitiativeItem,
  { organisation }: Today,
): Promise<string[]> => {
  if (card.status === 'draft') return []
  let left = KIN_MOST
  const above = async (id: string | undefined): Promise<string[]> => {
    const origin = id === undefined || left-- <= 0 ? undefined : await store.initiatives.find(id)
    return origin ? [origin.unitId, ...(await above(origin.content.origin?.initiativeId))] : []
  }
  const below = async (id: string): Promise<string[]> => {
    if (left-- <= 0) return []
    const { hints } = await store.initiatives.collection(id)
    const further = await Promise.all(hints.map(({ derivedId }) => below(derivedId)))
    return [...hints.map(({ unitId }) => unitId), ...further.flat()]
  }
  const units = await Promise.all([above(card.content.origin?.initiativeId), below(card.pk.slice(2))])
  return units.flat().flatMap(unitId => organisation.ownerOf(unitId) ?? [])
}

/** Every write but one's own profile needs a unit. */
export const requireUnit = (actor: Actor): string => {
  if (actor.unitId === undefined) throw new PortalError('unit_required')
  return actor.unitId
}
