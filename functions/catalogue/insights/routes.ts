import { type Context, Hono } from 'hono'
import { describe } from '#functions/api/describe.ts'
import type { Clock } from '#functions/platform/clock.ts'
import type { Env } from '#functions/session/env.ts'
import { activityQuery, flowQuery, periodQuery } from '#shared/contract/insights.ts'
import { parseParameters } from '../parameters.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { activityCards, activityFor } from './activity.ts'
import { flowCards, flowsFor } from './flows.ts'
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
} as const
const ACTIVITY = {
  ...PERIOD,
  kind: 'published (default), started, inUse or stopped',
  month: 'A calendar month, 2026-11',
  area: 'Id of an area, as at the time',
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
    .get('/insights/flows.csv', about('The flows as a table', undefined, PERIOD), async c => {
      const { period } = parseParameters(c, periodQuery)
      const snapshot = await snapshotFor(c)
      return asCsv(c, 'stroemme', tables(snapshot).flows(flowsFor(snapshot, actor(c), period, clock())))
    })
    .get('/insights/flows/cards', about('The cards behind a flow', 'FigureCards', FLOW), async c => {
      const query = parseParameters(c, flowQuery)
      return c.json(flowCards(await snapshotFor(c), actor(c), query, clock()), 200)
    })
    .get('/insights/activity', about('What happened by month and area', 'Activity', PERIOD), async c => {
      const { period } = parseParameters(c, periodQuery)
      return c.json(activityFor(await snapshotFor(c), actor(c), period, clock()), 200)
    })
    .get('/insights/activity.csv', about('The months as a table', undefined, PERIOD), async c => {
      const { period } = parseParameters(c, periodQuery)
      const snapshot = await snapshotFor(c)
      return asCsv(c, 'maaneder', tables(snapshot).activity(activityFor(snapshot, actor(c), period, clock())))
    })
    .get('/insights/activity/cards', about('The cards behind a month', 'FigureCards', ACTIVITY), async c => {
      const query = parseParameters(c, activityQuery)
      return c.json(activityCards(await snapshotFor(c), actor(c), query, clock()), 200)
    })
}
