import { currentSpotlight, spotlightView } from '#functions/domain/initiative-view.ts'
import type { Names } from '#functions/domain/names.ts'
import type { AdoptionItem, InitiativeItem } from '#functions/store/items.ts'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import type { InitiativeContent } from '#shared/contract/initiative.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { stageFrom } from '#shared/rules/publishing.ts'
import { firstSentence } from '#shared/rules/text.ts'
import type { CardStage } from '#shared/rules/vocabulary.ts'
import type { Entry } from './replica/entry.ts'

const byTime = (a: AdoptionItem, b: AdoptionItem): number =>
  a.createdAt === b.createdAt ? (a.unitId < b.unitId ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1

/** Oldest first, whatever order they arrived in. */
export const adoptionsOf = (entry: Entry): AdoptionItem[] => [...entry.adoptions.values()].sort(byTime)

/** A card as every list shows it (API.md, "Catalogue"). */
export const itemOf = (
  entry: Entry,
  card: InitiativeItem,
  adoptions: readonly AdoptionItem[],
  organisation: OrganisationIndex,
  names: Names,
): CatalogueItem => {
  const { content } = card
  const spotlight = currentSpotlight([...entry.spotlights.values()])
  const stage = stageOf(card)
  const learned = learnedFrom(content, stage)
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
    ...(spotlight ? { spotlight: spotlightView(spotlight, names) } : {}),
    ...(card.publishedAt === undefined ? {} : { publishedAt: card.publishedAt }),
    updatedAt: card.updatedAt,
    adopters: adoptions.map(({ unitId, areaId, stage: at }) => ({
      ...organisation.placeOf(unitId, areaId),
      stage: at,
    })),
    ...(voice ? { voice } : {}),
    ...(content.removed ? { removed: content.removed } : {}),
    ...(learned === undefined ? {} : { learned }),
    ...(card.hidden ? { hidden: true as const } : {}),
  }
}

/** A draft says it or does not; once out, it follows from the experience. */
const stageOf = ({ status, content }: InitiativeItem): CardStage | undefined =>
  content.stage ??
  (status === 'draft' || content.experience === undefined ? undefined : stageFrom(content.experience))

const learnedFrom = (content: InitiativeContent, stage: CardStage | undefined): string | undefined => {
  const isOver = stage === 'stopped' || content.experience === 'did_not_work'
  return isOver && content.lessons ? firstSentence(content.lessons) : undefined
}

/** The newest sentence about how it went, from one for whom it works before one for whom it partly does. */
const voiceOf = (
  adoptions: readonly AdoptionItem[],
  organisation: OrganisationIndex,
): CatalogueItem['voice'] => {
  for (const outcome of ['works', 'partly'] as const) {
    let newest: AdoptionItem | undefined
    for (const adoption of adoptions) {
      if (adoption.outcome !== outcome || !adoption.outcomeText) continue
      if (newest === undefined || (adoption.reportedAt ?? '') >= (newest.reportedAt ?? '')) newest = adoption
    }
    if (newest?.outcomeText === undefined) continue
    const { unitId } = organisation.placeOf(newest.unitId, newest.areaId)
    return { unitId, text: newest.outcomeText }
  }
  return undefined
}
