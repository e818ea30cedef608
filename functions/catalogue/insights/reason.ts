import { danishDay } from '#shared/rules/fair-order.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import type { ShelfId } from '#shared/rules/vocabulary.ts'
import type { Summary } from '../replica/snapshot.ts'
import { type Adopter, adoptersToday } from './adopters.ts'
import type { Facts } from './facts.ts'

const NUMBERS = ['nul', 'ét', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv']
const spelled = (count: number): string => NUMBERS[count] ?? String(count)

const LIST = new Intl.ListFormat('da-DK')
const MONTH = new Intl.DateTimeFormat('da-DK', { month: 'long', timeZone: 'Europe/Copenhagen' })

/** "oktober", and the year too where it is another one than this. */
const monthWords = (at: number, now: number): string => {
  const year = danishDay(at).slice(0, 4)
  return year === danishDay(now).slice(0, 4) ? MONTH.format(at) : `${MONTH.format(at)} ${year}`
}

/** Why a card stands on its shelf, in words a director can repeat. */
export const reasonFor = (
  shelf: ShelfId,
  summary: Summary,
  facts: Facts,
  organisation: OrganisationIndex,
  now: number,
): string => {
  const words = wordsOf(organisation)
  if (shelf === 'several-places') return elsewhereReason(summary, words, now)
  return shelf === 'needs-another-area' ? waitingReason(summary, words) : lessonReason(facts, words)
}

type Words = ReturnType<typeof wordsOf>

const wordsOf = (organisation: OrganisationIndex) => {
  const order = organisation.organisation.areas.map(area => area.id)
  const areaName = (id: string) => organisation.area(id)?.shortName ?? 'et tidligere område'
  return {
    areaName,
    unitName: (id: string) => organisation.unitName(id) ?? 'en tidligere enhed',
    /** In the organisation's own order: no area stands first by what it did. */
    areaNames: (ids: ReadonlySet<string>) =>
      [...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b)).map(areaName),
  }
}

/** "Virker i to andre områder: Social og Stabe, og delvist i Kultur og fritid, senest bekræftet i oktober." */
const elsewhereReason = (summary: Summary, words: Words, now: number): string => {
  const others = adoptersToday(summary).filter(({ areaId }) => areaId !== summary.item.areaId)
  const areasWhere = (outcome: string) =>
    new Set(others.filter(one => one.outcome === outcome).map(({ areaId }) => areaId))
  const works = areasWhere('works')
  const partly = new Set([...areasWhere('partly')].filter(area => !works.has(area)))
  const good = others.filter(({ outcome }) => outcome === 'works' || outcome === 'partly')
  const month = monthWords(Math.max(...good.map(({ at }) => at)), now)
  const [word, main, rest] = works.size > 0 ? ['Virker', works, partly] : ['Virker delvist', partly, works]
  const places = main.size === 1 ? 'andet område' : 'andre områder'
  const also = rest.size === 0 ? '' : `, og delvist i ${LIST.format(words.areaNames(rest))}`
  const named = LIST.format(words.areaNames(main))
  return `${word} i ${spelled(main.size)} ${places}: ${named}${also}, senest bekræftet i ${month}.`
}

/** "Virker hos dem selv. Bostøtten overvejer det." */
const waitingReason = (summary: Summary, words: Words): string => {
  const adopters = adoptersToday(summary)
  const where = (outcome: string) => adopters.filter(one => one.outcome === outcome)
  const works = where('works')
  const good = works.length > 0 ? works : where('partly')
  const says = works.length > 0 || summary.item.experience === 'works' ? 'Virker' : 'Virker delvist'
  const first = good.length > 0 ? hosReason(says, good, words, summary.item) : `${says} hos dem selv.`
  const considering = adopters.filter(({ stage }) => stage === 'considering')
  if (considering.length === 0) return first
  const who =
    considering.length < 3
      ? LIST.format(considering.map(({ unitId }) => words.unitName(unitId)))
      : `${capital(spelled(considering.length))} enheder`
  return `${first} ${who} overvejer det.`
}

/** Only units of the origin's own area have come so far. */
const hosReason = (
  says: string,
  units: readonly Adopter[],
  words: Words,
  { areaId, experience }: Summary['item'],
): string => {
  const [only] = units
  const isGoodHere = experience === 'works' || experience === 'partly'
  return units.length === 1 && only
    ? `${says} ${isGoodHere ? 'også ' : ''}hos ${words.unitName(only.unitId)} i samme område.`
    : `${says} hos ${spelled(units.length)} andre enheder, alle i ${words.areaName(areaId)}.`
}

/** "»Vi flyttede mailene i stedet for at fjerne dem.«" */
const lessonReason = ({ lesson }: Facts, words: Words): string => {
  if (!lesson) return ''
  const said = `»${lesson.text}«`
  return lesson.unitId === undefined ? said : `${words.unitName(lesson.unitId)} prøvede det: ${said}`
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`
