import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { stageFrom } from '#shared/rules/publishing.ts'
import { firstSentence } from '#shared/rules/text.ts'
import type { Guarded } from '#shared/rules/visibility.ts'
import { currentSpotlight, spotlightView } from '#functions/domain/initiative-view.ts'
import { guardedOf } from '#functions/domain/sight.ts'
import type { AdoptionItem, InitiativeItem } from '#functions/store/items.ts'
import type { CatalogueState, Entry } from './state.ts'

/** A card as every list shows it, with what decides who sees it. The same for all viewers, so it is made once. */
export type Summary = { item: CatalogueItem; guarded: Guarded }

type Kept = { revision: number; names: number; organisation: OrganisationIndex; summary: Summary }
const kept = new WeakMap<Entry, Kept>()

/** Undefined for an entry whose card is not there (yet, or any more). */
export const summaryOf = (state: CatalogueState, entry: Entry, organisation: OrganisationIndex): Summary | undefined => {
  const { card } = entry
  if (!card) return undefined
  const found = kept.get(entry)
  const isFresh =
    found?.revision === entry.revision &&
    found.organisation === organisation &&
    (found.names === state.namesRevision || entry.spotlights.size === 0)
  if (found && isFresh) return found.summary
  const summary = { item: itemOf(state, entry, card, organisation), guarded: guardedOf(card, organisation) }
  kept.set(entry, { revision: entry.revision, names: state.namesRevision, organisation, summary })
  return summary
}

const itemOf = (state: CatalogueState, entry: Entry, card: InitiativeItem, organisation: OrganisationIndex): CatalogueItem => {
  const { content } = card
  const adoptions = [...entry.adoptions.values()].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  const spotlight = currentSpotlight([...entry.spotlights.values()])
  const stage = content.stage ?? (card.status !== 'draft' && content.experience ? stageFrom(content.experience) : undefined)
  const isStopped = stage === 'stopped' || content.experience === 'did_not_work'
  const voice = voiceOf(adoptions, organisation)
  return {
    id: entry.id,
    ...(content.title === undefined ? {} : { title: content.title }),
    ...(content.summary === undefined ? {} : { summary: content.summary }),
    ...organisation.placeOf(card.unitId, card.areaId),
    ...(content.experience === undefined ? {} : { experience: content.experience }),
    ...(stage === undefined ? {} : { stage }),
    status: card.status,
    visibility: card.visibility,
    ...(content.discretion === undefined ? {} : { discretion: content.discretion }),
    themes: content.themes,
    counts: {
      comments: entry.comments.size,
      adoptions: adoptions.length,
      inUse: adoptions.filter(adoption => adoption.stage === 'in_use').length,
      reactions: entry.reactions.size,
    },
    ...(spotlight ? { spotlight: spotlightView(spotlight, id => state.names.get(id)) } : {}),
    ...(card.publishedAt === undefined ? {} : { publishedAt: card.publishedAt }),
    updatedAt: card.updatedAt,
    adopters: adoptions.map(adoption => ({
      ...organisation.placeOf(adoption.unitId, adoption.areaId),
      stage: adoption.stage,
    })),
    ...(voice ? { voice } : {}),
    ...(content.removed ? { removed: content.removed } : {}),
    ...(isStopped && content.lessons ? { learned: firstSentence(content.lessons) } : {}),
  }
}

/** The newest sentence about how it went, from one for whom it works before one for whom it partly does. */
const voiceOf = (adoptions: readonly AdoptionItem[], organisation: OrganisationIndex): CatalogueItem['voice'] => {
  for (const outcome of ['works', 'partly'] as const) {
    const [newest] = adoptions
      .filter(adoption => adoption.outcome === outcome && adoption.outcomeText)
      .sort((a, b) => ((a.reportedAt ?? '') > (b.reportedAt ?? '') ? -1 : 1))
    if (newest?.outcomeText) {
      return { unitId: organisation.placeOf(newest.unitId, newest.areaId).unitId, text: newest.outcomeText }
    }
  }
  return undefined
}
