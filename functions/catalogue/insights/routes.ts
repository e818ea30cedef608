import { type Context, Hono } from 'hono'
import { describe } from '#functions/api/describe.ts'
import type { Clock } from '#functions/platform/clock.ts'
import type { Env } from '#functions/session/env.ts'
import { activityQuery, areaQuery, flowQuery, periodQuery } from '#shared/contract/insights.ts'
import { parseParameters } from '../parameters.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { activityCards, activityFor } from './activity.ts'
import { flowCards, flowsFor, flowsOf } from './flows.ts'
import { promisingShelves } from './shelves.ts'
import { tablesOf } from './tables.ts'

type C = Context<Env>
type Options = { snapshotFor: (c: C) => Promise<Snapshot>; clock: Clock; publicOrigin: string }

const PERIOD = { period: 'all (default), or the last 12m, 6m or 3m, this month included' } as const
const FLOW = {
  ...PERIOD,
  from: 'Area that gave',
  to: 'Area that took',
  stage: 'Where the takers stand',
  outcome: 'How it went for them',
  taken: 'true: without those who only consider it',
} as const
const AREA = { ...PERIOD, area: 'Id of an area, as at the time' } as const
const ACTIVITY = {
  ...AREA,
  kind: 'published (default), started, inUse, stopped, or removed: published, and something went away',
  month: 'A calendar month, 2026-11',
  theme: 'Id of a theme',
} as const

const about = (summary: string, answer: string | undefined, query: Readonly<Record<string, string>> = {}) =>
  describe({
    summary,
    tag: 'insights',
    ...(answer === undefined ? {} : { answer }),
    headers: ['seen'],
    query,
    problems: ['invalid', 'unavailable'],
  })

/** A table holds every card, a page only the newest. */
const ALL = Number.POSITIVE_INFINITY

const asCsv = (c: C, name: string, text: string): Response =>
  c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  })

/** What a director's meeting looks at. Each figure comes as itself, as its cards, and as a table for a spreadsheet. */
export const insightRoutes = ({ snapshotFor, clock, publicOrigin }: Options) => {
  const tables = (snapshot: Snapshot) => tablesOf(snapshot.today.organisation, publicOrigin)
  const actor = (c: C) => c.get('actor')
  return new Hono<Env>()
    .get('/insights/promising', about('Shelves of cards, each with its reason', 'Promising'), async c =>
      c.json(promisingShelves(await snapshotFor(c), actor(c), clock()), 200),
    )
    .get('/insights/promising.csv', about('The shelves as a table', undefined), async c => {
      const snapshot = await snapshotFor(c)
      const shelves = promisingShelves(snapshot, actor(c), clock())
      return asCsv(c, 'hylder', tables(snapshot).promising(shelves))
    })
    .get('/insights/flows', about('Giver area × taker area', 'Flows', PERIOD), async c => {
      const { period } = parseParameters(c, periodQuery)
      return c.json(flowsFor(await snapshotFor(c), actor(c), period, clock()), 200)
    })
    .get('/insights/flows.csv', about('The flows as a table', undefined, AREA), async c => {
      const query = parseParameters(c, areaQuery)
      const snapshot = await snapshotFor(c)
      return asCsv(c, 'stroemme', tables(snapshot).flows(flowsOf(snapshot, actor(c), query, clock())))
    })
    .get('/insights/flows/cards', about('The cards behind a flow', 'FigureCards', FLOW), async c => {
      const query = parseParameters(c, flowQuery)
      return c.json(flowCards(await snapshotFor(c), actor(c), query, clock()), 200)
    })
    .get('/insights/flows/cards.csv', about('All of them, as a table', undefined, FLOW), async c => {
      const query = parseParameters(c, flowQuery)
      const snapshot = await snapshotFor(c)
      return asCsv(c, 'greb', tables(snapshot).cards(flowCards(snapshot, actor(c), query, clock(), ALL)))
    })
    .get('/insights/activity', about('What happened by month and area', 'Activity', AREA), async c => {
      const query = parseParameters(c, areaQuery)
      return c.json(activityFor(await snapshotFor(c), actor(c), query, clock()), 200)
    })
    .get('/insights/activity.csv', about('The months as a table', undefined, AREA), async c => {
      const query = parseParameters(c, areaQuery)
      const snapshot = await snapshotFor(c)
      return asCsv(c, 'maaneder', tables(snapshot).activity(activityFor(snapshot, actor(c), query, clock())))
    })
    .get('/insights/themes.csv', about('The themes by month as a table', undefined, AREA), async c => {
      const query = parseParameters(c, areaQuery)
      const snapshot = await snapshotFor(c)
      const activity = activityFor(snapshot, actor(c), query, clock())
      return asCsv(c, 'temaer', tables(snapshot).themes(activity, snapshot.cardNames.themes))
    })
    .get('/insights/activity/cards', about('The cards behind a month', 'FigureCards', ACTIVITY), async c => {
      const query = parseParameters(c, activityQuery)
      return c.json(activityCards(await snapshotFor(c), actor(c), query, clock()), 200)
    })
    .get('/insights/activity/cards.csv', about('All of them, as a table', undefined, ACTIVITY), async c => {
      const query = parseParameters(c, activityQuery)
      const snapshot = await snapshotFor(c)
      return asCsv(c, 'greb', tables(snapshot).cards(activityCards(snapshot, actor(c), query, clock(), ALL)))
    })
}
