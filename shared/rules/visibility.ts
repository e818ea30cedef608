import type { Role, Status, Visibility } from './vocabulary.ts'

/** Who looks. Without a viewer it is a citizen, for whom only the open window is lit. */
export type Viewer = {
  personId: string
  unitId?: string | undefined
  areaId?: string | undefined
  roles: readonly Role[]
  /** A unit that the person chose and no moderator has confirmed: it may write, but opens no doors. */
  unitUnconfirmed?: boolean | undefined
}

/** What decides, by today's organisation. A closed unit's card has the owner that took over, or none. */
export type Guarded = {
  status: Status
  visibility: Visibility
  ownerUnitId?: string | undefined
  ownerAreaId?: string | undefined
  authorId?: string | undefined
  /** Hidden by a moderator: the unit and the moderators still see it, and may talk about why. */
  hidden?: boolean | undefined
}

/** Units that adopted the card, or stand in its lineage. */
export type TiedUnits = readonly string[] | ReadonlySet<string>

/**
 * `whole`: the card. `trace`: that it was there, and was taken back or narrowed (API.md, "Withdrawn").
 * `nothing`: as if it did not exist.
 */
export type Sight = 'whole' | 'trace' | 'nothing'

/** The one visibility function (PRODUCT.md, "Rules that hold everywhere"). Everything that shows a card goes through it. */
export const see = (viewer: Viewer | undefined, card: Guarded, tied: TiedUnits = []): Sight => {
  if (seesWhole(viewer, card)) return 'whole'
  if (card.status === 'draft' || viewer?.unitId === undefined || viewer.unitUnconfirmed) return 'nothing'
  const isTied = Array.isArray(tied) ? tied.includes(viewer.unitId) : new Set(tied).has(viewer.unitId)
  return isTied ? 'trace' : 'nothing'
}

const seesWhole = (viewer: Viewer | undefined, card: Guarded): boolean => {
  if (card.status === 'published' && card.visibility === 'public' && !card.hidden) return true
  if (!viewer) return false
  if (isOwn(viewer, card)) return true
  if (card.status === 'draft') return false
  if (viewer.roles.includes('moderator')) return true
  if (card.status === 'withdrawn' || card.hidden) return false
  if (card.visibility === 'organisation') return true
  const sameArea = card.ownerAreaId !== undefined && viewer.areaId === card.ownerAreaId
  return card.visibility === 'area' && sameArea && !viewer.unitUnconfirmed
}

/** The unit's people; while a chosen unit is unconfirmed, only the one who made it. */
const isOwn = (viewer: Viewer, card: Guarded): boolean =>
  card.ownerUnitId !== undefined &&
  viewer.unitId === card.ownerUnitId &&
  (!viewer.unitUnconfirmed || viewer.personId === card.authorId)

/** Whether others may answer, adopt and react. */
export const isOpen = (card: Pick<Guarded, 'status' | 'hidden'>): boolean =>
  card.status === 'published' && !card.hidden

/** A text on a card that the viewer sees: a comment is its author's, an adoption its unit's. */
export type GuardedText = { hidden: boolean; authorId?: string | undefined; unitId?: string | undefined }

/** Whether the words are shown; hidden ones only to those whose they are, and to moderators. */
export const seesText = (viewer: Viewer | undefined, text: GuardedText): boolean =>
  !text.hidden ||
  (viewer !== undefined &&
    (viewer.roles.includes('moderator') ||
      (text.authorId !== undefined && viewer.personId === text.authorId) ||
      (text.unitId !== undefined && viewer.unitId === text.unitId && !viewer.unitUnconfirmed)))

/** Whether all employees see it: what a director may point at. */
export const seenByAll = (card: Guarded): boolean =>
  isOpen(card) && (card.visibility === 'organisation' || card.visibility === 'public')

/** Whether the card is the viewer's unit's to edit (which also needs to see it). */
export const belongsTo = (viewer: Viewer, card: Guarded): boolean =>
  card.ownerUnitId !== undefined && viewer.unitId === card.ownerUnitId
