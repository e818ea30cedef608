import type {
  Activity,
  ActivityQuery,
  AreaQuery,
  FigureCards,
  MonthOfArea,
  MonthOfTheme,
} from '#shared/contract/insights.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { cardsBehind } from './behind.ts'
import { asking, ledgerOf } from './marks.ts'
import { monthsOf } from './period.ts'
import { figures, shownTo } from './seen.ts'

const remembered = figures<Activity>()

/** What happened month by month and area by area, which themes it was about, and what went away; of one area if asked. */
export const activityFor = (snapshot: Snapshot, viewer: Viewer, query: AreaQuery, now: number): Activity =>
  remembered(snapshot, viewer, now, `${query.period} ${query.area ?? ''}`, () =>
    workOut(snapshot, viewer, query, now),
  )

const workOut = (snapshot: Snapshot, viewer: Viewer, { period, area }: AreaQuery, now: number): Activity => {
  const ledger = ledgerOf(snapshot.today)
  const { first, last } = monthsOf(period, now)
  const isMeant = ({ areaId, month }: { areaId: string; month: string }): boolean =>
    (area ?? areaId) === areaId && month >= first && month <= last
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
    if (!happening || count === 0 || !isMeant(happening)) return
    const { kind, areaId, month } = happening
    const key = `${month} ${areaId}`
    const row = months.get(key) ?? { month, areaId, published: 0, started: 0, inUse: 0, stopped: 0 }
    row[kind] += count
    months.set(key, row)
  })
  const themes = new Map<string, MonthOfTheme>()
  themed.forEach((count, code) => {
    const theme = ledger.themes.all[code]
    if (!theme || count === 0 || !isMeant(theme)) return
    const { themeId, month } = theme
    const key = `${month} ${themeId}`
    themes.set(key, { month, themeId, count: count + (themes.get(key)?.count ?? 0) })
  })
  const removed = cardsBehind(snapshot, viewer, summary =>
    Number(summary.item.removed !== undefined && isMeant(ledger.of(summary))),
  )
  const rows = inOrder(months)
  return {
    months: rows,
    themes: inOrder(themes),
    removed: removed.items,
    removedTotal: removed.total,
    period,
    span: { first: first || (rows[0]?.month ?? last), last },
  }
}

const inOrder = <T>(rows: ReadonlyMap<string, T>): T[] =>
  [...rows.keys()].sort().flatMap(key => rows.get(key) ?? [])

/** The cards behind some of the months. With a theme, or what they got rid of, the published ones are meant. */
export const activityCards = (
  snapshot: Snapshot,
  viewer: Viewer,
  query: ActivityQuery,
  now: number,
  most?: number,
): FigureCards => {
  const ledger = ledgerOf(snapshot.today)
  const { first, last } = monthsOf(query.period, now)
  const askedKind = query.kind === 'removed' ? 'published' : query.kind
  const isAsked = asking(
    ledger.happenings,
    ({ kind, areaId, month }) =>
      kind === askedKind &&
      (query.area ?? areaId) === areaId &&
      (query.month ?? month) === month &&
      month >= first &&
      month <= last,
  )
  return cardsBehind(
    snapshot,
    viewer,
    summary => {
      const { themes, removed } = summary.item
      if (query.theme !== undefined && !themes.includes(query.theme)) return 0
      if (query.kind === 'removed' && removed === undefined) return 0
      return ledger.of(summary).happenings.filter(isAsked).length
    },
    most,
  )
}
