import type { PublicInitiative, PublicItem } from '#shared/contract/public.ts'
import { isShownTo } from '../insights/seen.ts'
import type { Snapshot, Summary } from '../replica/snapshot.ts'

/** What a citizen, who is nobody in particular, may see of it. */
export const isPublic = (summary: Summary): boolean => isShownTo(undefined, summary)

const namesOf = ({ today: { organisation } }: Snapshot, { item }: Summary) => ({
  unitName: organisation.unitName(item.unitId) ?? item.unitId,
  areaName: organisation.area(item.areaId)?.shortName ?? item.areaId,
})

const adoptersOf = ({ item }: Summary) => item.adopters.map(({ areaId, stage }) => ({ areaId, stage }))
const countsOf = ({ item: { counts } }: Summary) => ({ adoptions: counts.adoptions, inUse: counts.inUse })

export const publicItemOf = (snapshot: Snapshot, summary: Summary): PublicItem => {
  const { spotlight, voice, ...item } = summary.item
  return {
    ...item,
    ...namesOf(snapshot, summary),
    counts: countsOf(summary),
    adopters: adoptersOf(summary),
  }
}

/** The card it was made from is named only where that is public too. */
const originOf = (snapshot: Snapshot, { card }: Summary): PublicInitiative['origin'] => {
  const { origin } = card.content
  if (!origin) return undefined
  const from = origin.initiativeId === undefined ? undefined : snapshot.find(origin.initiativeId)
  return { kind: origin.kind, ...(from && isPublic(from) ? { initiativeId: from.item.id } : {}) }
}

export const publicInitiativeOf = (snapshot: Snapshot, summary: Summary): PublicInitiative => {
  const { item, card } = summary
  const { contact, origin: told, ...content } = card.content
  const origin = originOf(snapshot, summary)
  return {
    ...content,
    ...(item.stage === undefined ? {} : { stage: item.stage }),
    id: item.id,
    status: item.status,
    visibility: item.visibility,
    unitId: item.unitId,
    areaId: item.areaId,
    ...namesOf(snapshot, summary),
    ...(origin ? { origin } : {}),
    counts: countsOf(summary),
    adoptions: adoptersOf(summary),
    createdAt: card.createdAt,
    updatedAt: card.updatedAt,
    ...(card.publishedAt === undefined ? {} : { publishedAt: card.publishedAt }),
  }
}
