import type { AdoptionItem } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import type { FlowCell } from '#shared/contract/insights.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import type { ActivityKind } from '#shared/rules/vocabulary.ts'
import type { Summary } from '../replica/snapshot.ts'
import { toldAt } from './adopters.ts'
import { learnedBy } from './facts.ts'

export type Flow = Omit<FlowCell, 'count'>
/** The number of a flow, and the month in which a unit took the card. */
export type Taking = { flow: number; month: string }
export type Happening = { kind: ActivityKind; areaId: string; month: string }
export type Themed = { themeId: string; areaId: string; month: string }

/** What one card adds to the figures, as numbers of the ledger's registers; the same for everybody who sees it. */
export type Marks = {
  /** When it was published, and the area that it belonged to. */
  month: string
  areaId: string
  takings: readonly number[]
  happenings: readonly number[]
  themes: readonly number[]
}

/** Gives every kind of thing a number, so that counting 100,000 of them is adding in an array. */
class Register<T extends Record<string, string | number | undefined>> {
  readonly all: T[] = []
  private readonly codes = new Map<string, number>()

  code(thing: T): number {
    const key = Object.values(thing).join(' ')
    const found = this.codes.get(key)
    if (found !== undefined) return found
    this.codes.set(key, this.all.length)
    return this.all.push(thing) - 1
  }

  /** How often each has been counted, by its number: not yet. */
  counter(): Uint32Array {
    return new Uint32Array(this.all.length)
  }
}

/** Whether the thing of a number is meant: asked once for each, as the numbers come up. */
export const asking = <T extends Record<string, string | number | undefined>>(
  register: Register<T>,
  isMeant: (thing: T) => boolean,
): ((code: number) => boolean) => {
  const answers: (boolean | undefined)[] = []
  return code => {
    const thing = register.all[code]
    answers[code] ??= thing !== undefined && isMeant(thing)
    return answers[code] ?? false
  }
}

/** The figures' parts under one organisation. A card's are worked out once for each state of it. */
class Ledger {
  readonly flows = new Register<Flow>()
  readonly takings = new Register<Taking>()
  readonly happenings = new Register<Happening>()
  readonly themes = new Register<Themed>()
  /** By the card's number, with the state of the card that it was worked out from. */
  private readonly known: ({ from: Summary; marks: Marks } | undefined)[] = []
  private readonly organisation: OrganisationIndex

  constructor({ organisation }: Today) {
    this.organisation = organisation
  }

  of(summary: Summary): Marks {
    const before = this.known[summary.number]
    if (before?.from === summary) return before.marks
    const marks = this.workOut(summary)
    this.known[summary.number] = { from: summary, marks }
    return marks
  }

  private workOut({ card, adoptions, item, since }: Summary): Marks {
    const from = this.areaThen(card.unitId, card.areaId)
    const month = monthOf(since)
    const happened = (kind: ActivityKind, areaId: string, when: string): number =>
      this.happenings.code({ kind, areaId, month: when })
    return {
      month,
      areaId: from,
      takings: adoptions.map(adoption => {
        const { stage, outcome, unitId, areaId } = adoption
        const flow = this.flows.code({ from, to: this.areaThen(unitId, areaId), stage, outcome })
        return this.takings.code({ flow, month: monthTaken(adoption) })
      }),
      happenings: [
        happened('published', from, month),
        ...adoptions.flatMap(adoption => {
          const area = this.areaThen(adoption.unitId, adoption.areaId)
          return happeningsOf(adoption).map(one => happened(one.kind, area, one.month))
        }),
      ],
      themes: item.themes.map(themeId => this.themes.code({ themeId, areaId: from, month })),
    }
  }

  /** The area as it was, under today's name; one that is no more lives on in the area of who took over. */
  private areaThen(unitId: string, areaThen: string): string {
    if (this.organisation.area(areaThen)) return areaThen
    return this.organisation.placeOf(unitId, areaThen).areaId
  }
}

const ledgers = new WeakMap<Today, Ledger>()

export const ledgerOf = (today: Today): Ledger => {
  const ledger = ledgers.get(today) ?? new Ledger(today)
  ledgers.set(today, ledger)
  return ledger
}

export const monthOf = (at: number): string => danishDay(at).slice(0, 7)

/** When the unit took it on: the day it says it began, else the day it said so. */
const monthTaken = ({ stage, startedOn, createdAt }: AdoptionItem): string =>
  stage === 'considering' || startedOn === undefined ? monthOf(Date.parse(createdAt)) : startedOn.slice(0, 7)

/** A stage is of the month in which the unit first said it stood there; of older adoptions, when it last told. */
const happeningsOf = (adoption: AdoptionItem): { kind: ActivityKind; month: string }[] => {
  const { stage, reached = {} } = adoption
  const monthOfStage = (of: 'in_use' | 'stopped'): string | undefined => {
    const at = reached[of] === undefined ? undefined : Date.parse(reached[of])
    return at === undefined && stage !== of ? undefined : monthOf(at ?? toldAt(adoption))
  }
  const inUse = monthOfStage('in_use')
  const stopped = learnedBy(adoption) === undefined ? undefined : monthOfStage('stopped')
  return [
    ...(stage === 'considering' ? [] : [{ kind: 'started' as const, month: monthTaken(adoption) }]),
    ...(inUse === undefined ? [] : [{ kind: 'inUse' as const, month: inUse }]),
    ...(stopped === undefined ? [] : [{ kind: 'stopped' as const, month: stopped }]),
  ]
}
