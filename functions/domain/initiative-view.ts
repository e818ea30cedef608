import type { Collection } from '#functions/store/initiatives.ts'
import type { AdoptionItem, InitiativeItem, SpotlightItem } from '#functions/store/items.ts'
import { initiativeIdOf } from '#functions/store/table.ts'
import type { Adoption } from '#shared/contract/adoption.ts'
import type { Counts, Initiative } from '#shared/contract/initiative.ts'
import type { Spotlight } from '#shared/contract/spotlight.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { stageFrom } from '#shared/rules/publishing.ts'
import { seesText, type Viewer } from '#shared/rules/visibility.ts'
import { authorView, type Names } from './names.ts'

export const countsOf = (collection: Collection, comments: number): Counts => ({
  comments,
  adoptions: collection.adoptions.length,
  inUse: collection.adoptions.filter(adoption => adoption.stage === 'in_use').length,
  reactions: collection.reactions.length,
})

export const noCounts: Counts = { comments: 0, adoptions: 0, inUse: 0, reactions: 0 }

/** The newest one counts; ended, none does: an older one was replaced and does not come back. */
export const currentSpotlight = (spotlights: readonly SpotlightItem[]): SpotlightItem | undefined => {
  const newest = spotlights.reduce<SpotlightItem | undefined>(
    (found, one) => (found === undefined || one.sk > found.sk ? one : found),
    undefined,
  )
  return newest?.endedAt === undefined ? newest : undefined
}

export const spotlightView = (item: SpotlightItem, names: Names): Spotlight => ({
  reason: item.reason,
  author: authorView(item.author, names),
  createdAt: item.createdAt,
})

/** What follows from the rest once a card is out: who to ask, and where the origin stands. */
const defaults = (card: InitiativeItem, organisation: OrganisationIndex, unitId: string) => {
  if (card.status === 'draft') return {}
  const { contact, stage, experience } = card.content
  return {
    contact: contact ?? organisation.unitName(unitId) ?? unitId,
    ...(stage === undefined && experience !== undefined ? { stage: stageFrom(experience) } : {}),
  }
}

export const initiativeView = (
  card: InitiativeItem,
  context: {
    organisation: OrganisationIndex
    names: Names
    counts: Counts
    spotlight?: SpotlightItem | undefined
  },
): Initiative => {
  const place = context.organisation.placeOf(card.unitId, card.areaId)
  return {
    ...card.content,
    ...defaults(card, context.organisation, place.unitId),
    id: initiativeIdOf(card.pk),
    status: card.status,
    visibility: card.visibility,
    version: card.version,
    ...place,
    counts: context.counts,
    ...(context.spotlight ? { spotlight: spotlightView(context.spotlight, context.names) } : {}),
    author: authorView(card.author, context.names),
    createdAt: card.createdAt,
    updatedAt: card.updatedAt,
    ...(card.publishedAt === undefined ? {} : { publishedAt: card.publishedAt }),
    ...(card.withdrawnReason === undefined ? {} : { withdrawnReason: card.withdrawnReason }),
    ...(card.withdrawnAt === undefined ? {} : { withdrawnAt: card.withdrawnAt }),
    // Who does not see why does not see the card.
    ...(card.hidden ? { hidden: card.hidden } : {}),
  }
}

/** Without its words, which a moderator hid. */
export const withoutWords = (item: AdoptionItem): AdoptionItem => ({
  ...item,
  kept: '',
  changed: '',
  outcomeText: undefined,
  surprise: undefined,
  thanks: undefined,
})

export const adoptionView = (
  stored: AdoptionItem,
  context: {
    viewer: Viewer
    organisation: OrganisationIndex
    names: Names
    derivedInitiativeId?: string | undefined
  },
): Adoption => {
  const sees = seesText(context.viewer, { hidden: stored.hidden !== undefined, unitId: stored.unitId })
  const item = sees ? stored : withoutWords(stored)
  const {
    pk,
    sk,
    kind,
    v,
    writeId,
    changedAt,
    expiresAt,
    deleted,
    notCpr,
    hidden,
    moderation,
    reached,
    author,
    ...rest
  } = item
  const { areaId } = context.organisation.placeOf(item.unitId, item.areaId)
  return {
    ...rest,
    areaId,
    author: authorView(author, context.names),
    ...(hidden ? { hidden: sees ? hidden : { at: hidden.at } } : {}),
    ...(context.derivedInitiativeId === undefined
      ? {}
      : { derivedInitiativeId: context.derivedInitiativeId }),
  }
}
