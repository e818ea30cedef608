import type { AreaQuery, FigureCards, FlowCell, FlowQuery, Flows } from '#shared/contract/insights.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import type { Period } from '#shared/rules/vocabulary.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { cardsBehind } from './behind.ts'
import { asking, type Flow, ledgerOf } from './marks.ts'
import { monthsOf } from './period.ts'
import { figures, shownTo } from './seen.ts'

const remembered = figures<Flows>()

/**
 * How cards travel: giver area × taker area, by where the takers stand and how it went. Areas are those of the time.
 * What begins later than today counts in the whole, and in no shorter period.
 */
export const flowsFor = (snapshot: Snapshot, viewer: Viewer, period: Period, now: number): Flows =>
  remembered(snapshot, viewer, now, period, () => workOut(snapshot, viewer, period, now))

const workOut = (snapshot: Snapshot, viewer: Viewer, period: Period, now: number): Flows => {
  const ledger = ledgerOf(snapshot.today)
  const isWithin = within(period, now)
  const shown = shownTo(snapshot, viewer).map(summary => ledger.of(summary))
  const takings = ledger.takings.counter()
  for (const marks of shown) for (const code of marks.takings) takings[code] = (takings[code] ?? 0) + 1
  const counts = ledger.flows.counter()
  takings.forEach((count, code) => {
    const taking = ledger.takings.all[code]
    if (taking && isWithin(taking.month)) counts[taking.flow] = (counts[taking.flow] ?? 0) + count
  })
  const cells = ledger.flows.all.flatMap((flow, code): FlowCell[] => {
    const count = counts[code] ?? 0
    return count === 0 ? [] : [{ ...known(flow), count }]
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

/** What one area gave and took; everything without one. */
export const flowsOf = (
  snapshot: Snapshot,
  viewer: Viewer,
  { period, area }: AreaQuery,
  now: number,
): Flows => {
  const flows = flowsFor(snapshot, viewer, period, now)
  if (area === undefined) return flows
  return { ...flows, cells: flows.cells.filter(({ from, to }) => from === area || to === area) }
}

/** The cards behind some of the cells. */
export const flowCards = (
  snapshot: Snapshot,
  viewer: Viewer,
  query: FlowQuery,
  now: number,
  most?: number,
): FigureCards => {
  const ledger = ledgerOf(snapshot.today)
  const isWithin = within(query.period, now)
  const isAsked = asking(ledger.takings, ({ flow, month }) => {
    const found = ledger.flows.all[flow]
    return found !== undefined && isMeant(found, query) && isWithin(month)
  })
  return cardsBehind(snapshot, viewer, summary => ledger.of(summary).takings.filter(isAsked).length, most)
}

const isMeant = ({ from, to, stage, outcome }: Flow, query: FlowQuery): boolean =>
  (query.from ?? from) === from &&
  (query.to ?? to) === to &&
  (query.stage ?? stage) === stage &&
  (query.outcome ?? outcome) === outcome &&
  (query.taken === undefined || stage !== 'considering')
