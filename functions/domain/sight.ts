import type { InitiativeItem } from '#functions/store/items.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import {
  type Guarded,
  isOpen,
  type Sight,
  see,
  type TiedUnits,
  type Viewer,
} from '#shared/rules/visibility.ts'

type Card = Pick<InitiativeItem, 'status' | 'visibility' | 'unitId' | 'author' | 'hidden'>

/** What the visibility function needs to know of a stored card, by today's organisation. */
export const guardedOf = (card: Card, organisation: OrganisationIndex): Guarded => {
  const ownerUnitId = organisation.ownerOf(card.unitId)
  return {
    status: card.status,
    visibility: card.visibility,
    ownerUnitId,
    ownerAreaId: ownerUnitId === undefined ? undefined : organisation.areaOf(ownerUnitId),
    authorId: card.author.personId,
    hidden: card.hidden !== undefined,
  }
}

export const sightOf = (
  viewer: Viewer | undefined,
  card: Card,
  organisation: OrganisationIndex,
  tied: TiedUnits = [],
): Sight => see(viewer, guardedOf(card, organisation), tied)

/** Out for others to answer, adopt and react to. */
export const isOut = (card: Pick<InitiativeItem, 'status' | 'hidden'>): boolean =>
  isOpen({ status: card.status, hidden: card.hidden !== undefined })
