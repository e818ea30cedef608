import type { Activity, ActivityQuery, FigureCards, MonthOfArea } from '#shared/contract/insights.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import type { Period } from '#shared/rules/vocabulary.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { cardsBehind } from './behind.ts'
import { asking, ledgerOf } from './marks.ts'
import { monthsOf } from './period.ts'
import { figures, shownTo } from './seen.ts'

const remembered = figures<Activity>()

/** What happened month by month and area by area, which themes it was about, and what went away. */
export const activityFor = (snapshot: Snapshot, viewer: Viewer, period: Period, now: number): Activity =>
  remembered(snapshot, viewer, now, period, () => workOut(snapshot, viewer, period, now))

const workOut = (snapshot: Snapshot, viewer: Viewer, period: Period, now: number): Activity => {
  const ledger = ledgerOf(snapshot.today)
  const { first, last } = monthsOf(period, now)
  const isWithin = (month: string): boolean => month >= first && month <= last
  const shown = shownTo(snapshot, viewer).map(summary => ledger.of(summary))
  const happened = ledger.happenings.counter()
  const themed = ledger.themes.counter()
  for (const { happenings, themes } of shown) {
    for (const code of happenings) happened[code] = (happened[code] ?? 0) + 1
    for (const code of themes) themed[code] = (themed[code] ?? 0) + 1
  }

  const months = new Map<string, MonthOfArea>()
  happened.forEach((count, code) => {
    const happening = ledger.happenings.all[code]
    if (!happening || count === 0 || !isWithin(happening.month)) return
    const { kind, areaId, month } = happening
    const key = `${month} ${areaId}`
    const row = months.get(key) ?? { month, areaId, published: 0, started: 0, inUse: 0, stopped: 0 }
    row[kind] += count
    months.set(key, row)
  })
  const themes = ledger.themes.all.flatMap((theme, code) => {
    const count = themed[code] ?? 0
    return count > 0 && isWithin(theme.month) ? [{ ...theme, count }] : []
  })
  const removed = cardsBehind(
    snapshot,
    viewer,
    summary => summary.item.removed !== undefined && isWithin(ledger.of(summary).month),
  )
  return {
    months: [...months.keys()].sort().flatMap(key => months.get(key) ?? []),
    themes: themes.sort((a, b) => (`${a.month} ${a.themeId}` < `${b.month} ${b.themeId}` ? -1 : 1)),
    removed: removed.items,
    removedTotal: removed.total,
    period,
  }
}

/** The cards behind some of the months. With a theme it is the published ones that are meant. */
export const activityCards = (
  snapshot: Snapshot,
  viewer: Viewer,
  query: ActivityQuery,
  now: number,
): FigureCards => {
  const ledger = ledgerOf(snapshot.today)
  const { first, last } = monthsOf(query.period, now)
  const isAsked = asking(
    ledger.happenings,
    ({ kind, areaId, month }) =>
      kind === query.kind &&
      (query.area ?? areaId) === areaId &&
      (query.month ?? month) === month &&
      month >= first &&
      month <= last,
  )
  return cardsBehind(
    snapshot,
    viewer,
    summary =>
      (query.theme === undefined || summary.item.themes.includes(query.theme)) &&
      ledger.of(summary).happenings.some(isAsked),
  )
}
