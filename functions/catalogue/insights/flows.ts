import type { FigureCards, FlowCell, FlowQuery, Flows } from '#shared/contract/insights.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import type { Period } from '#shared/rules/vocabulary.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { cardsBehind } from './behind.ts'
import { type Flow, ledgerOf } from './marks.ts'
import { monthsOf } from './period.ts'
import { shownTo } from './seen.ts'

/**
 * How cards travel: giver area × taker area, by where the takers stand and how it went. Areas are those of the time.
 * What begins later than today counts in the whole, and in no shorter period.
 */
export const flowsFor = (snapshot: Snapshot, viewer: Viewer, period: Period, now: number): Flows => {
  const ledger = ledgerOf(snapshot.today)
  const isWithin = within(period, now)
  const counts: number[] = []
  for (const summary of shownTo(snapshot, viewer)) {
    for (const { code, month } of ledger.of(summary).flows) {
      if (isWithin(month)) counts[code] = (counts[code] ?? 0) + 1
    }
  }
  const cells = counts.flatMap((count, code): FlowCell[] => {
    const flow = ledger.flows.all[code]
    return flow ? [{ ...known(flow), count }] : []
  })
  return { cells: cells.sort(inOrder), period }
}

const within = (period: Period, now: number): ((month: string) => boolean) => {
  const { first, last } = monthsOf(period, now)
  return period === 'all' ? () => true : month => month >= first && month <= last
}

const known = ({ outcome, ...flow }: Flow): Flow => (outcome === undefined ? flow : { ...flow, outcome })

const keyOf = ({ from, to, stage, outcome }: Flow): string => `${from} ${to} ${stage} ${outcome ?? ''}`
const inOrder = (a: Flow, b: Flow): number => (keyOf(a) < keyOf(b) ? -1 : 1)

/** The cards behind some of the cells. */
export const flowCards = (snapshot: Snapshot, viewer: Viewer, query: FlowQuery, now: number): FigureCards => {
  const ledger = ledgerOf(snapshot.today)
  const isWithin = within(query.period, now)
  const asked = ledger.flows.all.map(
    ({ from, to, stage, outcome }) =>
      (query.from ?? from) === from &&
      (query.to ?? to) === to &&
      (query.stage ?? stage) === stage &&
      (query.outcome ?? outcome) === outcome,
  )
  return cardsBehind(snapshot, viewer, summary =>
    ledger.of(summary).flows.some(({ code, month }) => asked[code] === true && isWithin(month)),
  )
}
