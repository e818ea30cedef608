import type { AdoptionItem } from '#functions/store/items.ts'
import { type Evidence, evidenceOf, type Report } from '#shared/rules/promising.ts'
import { firstSentence } from '#shared/rules/text.ts'
import type { Summary } from '../replica/snapshot.ts'
import { type Adopter, adoptersToday, everyAdopter } from './adopters.ts'

/** What stopping taught: the origin, or the unit that says it, and when it was said (ms). */
export type Lesson = { unitId: string | undefined; text: string; at: number }

/** What the shelves need to know of a card; the same for all viewers and at any time. */
export type Facts = {
  evidence: Evidence
  /** A unit of another area reports that it works, or partly. */
  worksElsewhere: boolean
  /** It works here, and nobody in another area has come further than considering it. */
  needsAnotherArea: boolean
  lesson: Lesson | undefined
}

const known = new WeakMap<Summary, Facts>()

/** Worked out once for each state of a card: a summary never changes. */
export const factsOf = (summary: Summary): Facts => {
  const before = known.get(summary)
  if (before) return before
  const facts = workOut(summary)
  known.set(summary, facts)
  return facts
}

const isGood = (experience: string | undefined): boolean => experience === 'works' || experience === 'partly'

const workOut = (summary: Summary): Facts => {
  const { item } = summary
  const adopters = adoptersToday(summary)
  const elsewhere = adopters.filter(({ areaId }) => areaId !== item.areaId)
  const every = everyAdopter(summary)
  const isTriedElsewhere = every.some(
    ({ areaId, stage }) => areaId !== item.areaId && stage !== 'considering',
  )
  const isGoodSomewhere = isGood(item.experience) || adopters.some(({ outcome }) => isGood(outcome))
  return {
    evidence: evidenceOf(adopters.flatMap(reportOf), item),
    worksElsewhere: elsewhere.some(({ outcome }) => isGood(outcome)),
    needsAnotherArea: isGoodSomewhere && !isTriedElsewhere,
    lesson: lessonOf(summary, every),
  }
}

const reportOf = ({ unitId, areaId, outcome, at }: Adopter): Report[] =>
  outcome === undefined ? [] : [{ unitId, areaId, outcome, reportedAt: at }]

/** What a unit that stopped says it learned. */
export const learnedBy = ({ stage, outcomeText, surprise }: AdoptionItem): string | undefined =>
  stage === 'stopped' ? outcomeText || surprise || undefined : undefined

/** The origin's own words before an adopter's; the newest of either says how new it is. */
const lessonOf = ({ item, since }: Summary, adopters: readonly Adopter[]): Lesson | undefined => {
  const lessons = adopters.flatMap(({ adoption, unitId, at }): Lesson[] => {
    const text = learnedBy(adoption)
    return text === undefined ? [] : [{ unitId, text: firstSentence(text), at }]
  })
  const newest = lessons.reduce<Lesson | undefined>(
    (found, one) => (found === undefined || one.at > found.at ? one : found),
    undefined,
  )
  if (item.learned === undefined) return newest
  return { unitId: undefined, text: item.learned, at: Math.max(since, newest?.at ?? 0) }
}
