import type { AdoptionItem } from '#functions/store/items.ts'
import type { AdoptionStage, Experience } from '#shared/rules/vocabulary.ts'
import type { Summary } from '../replica/snapshot.ts'

/** A unit that took the card on, as it stands today, and when it last told how it goes (ms). */
export type Adopter = {
  unitId: string
  areaId: string
  stage: AdoptionStage
  outcome: Experience | undefined
  at: number
  adoption: AdoptionItem
}

/** When a unit last told how it goes (ms). */
export const toldAt = ({ reportedAt, updatedAt }: AdoptionItem): number => Date.parse(reportedAt ?? updatedAt)

/** What is told of a unit: its latest report, and where it has none, its latest word. */
const tellsMore = (one: Adopter, other: Adopter): boolean => {
  const [hasOne, hasOther] = [one.outcome !== undefined, other.outcome !== undefined]
  return hasOne === hasOther ? one.at >= other.at : hasOne
}

/** Every adoption, under the unit that it is of today. */
export const everyAdopter = ({ item, adoptions }: Summary): Adopter[] =>
  adoptions.map((adoption, place) => {
    const { unitId, areaId } = item.adopters[place] ?? adoption
    const { stage, outcome } = adoption
    return { unitId, areaId, stage, outcome, at: toldAt(adoption), adoption }
  })

/** One for each of today's units: those that merged count as one, and those that merged with the origin as the origin. */
export const adoptersToday = (summary: Summary): Adopter[] => {
  const byUnit = new Map<string, Adopter>()
  for (const adopter of everyAdopter(summary)) {
    if (adopter.unitId === summary.item.unitId) continue
    const known = byUnit.get(adopter.unitId)
    if (known === undefined || tellsMore(adopter, known)) byUnit.set(adopter.unitId, adopter)
  }
  return [...byUnit.values()]
}
