import { type InitiativeItem, initiativeItem, isLive } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { initiativeIdOf } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import type { Kin, Lineage } from '#shared/contract/initiative.ts'
import type { Actor } from './actor.ts'
import { sightOf } from './sight.ts'

/** What the card came from and what came from it, as this person may see them, among `rows`; the oldest first. */
export const lineageOf = (
  actor: Actor,
  card: InitiativeItem,
  rows: readonly Row[],
  { organisation }: Today,
): Lineage => {
  const id = initiativeIdOf(card.pk)
  const owner = organisation.ownerOf(card.unitId)
  const kinOf = (one: InitiativeItem): Kin[] => {
    const sight = sightOf(actor, one, organisation, owner === undefined ? [] : [owner])
    if (sight === 'nothing') return []
    const title = sight === 'whole' ? one.content.title : undefined
    return [
      {
        id: initiativeIdOf(one.pk),
        ...(title === undefined ? {} : { title }),
        ...organisation.placeOf(one.unitId, one.areaId),
        status: one.status,
      },
    ]
  }
  const cards = rows
    .flatMap(row => (row.kind === 'initiative' ? [initiativeItem.parse(row)] : []))
    .filter(isLive)
    .sort((a, b) => (a.pk < b.pk ? -1 : 1))
  const fromId = card.content.origin?.initiativeId
  const [from] = cards.filter(one => initiativeIdOf(one.pk) === fromId).flatMap(kinOf)
  const derived = cards.filter(one => one.content.origin?.initiativeId === id).flatMap(kinOf)
  return { ...(from ? { from } : {}), derived }
}

/** By unit, the newest card that it made from this one: what its adoption became. */
export const derivedBy = ({ derived }: Lineage): ReadonlyMap<string, string> =>
  new Map(derived.map(kin => [kin.unitId, kin.id]))
