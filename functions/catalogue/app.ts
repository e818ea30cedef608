import { type Context, Hono } from 'hono'
import { catalogueQuery, type CatalogueQuery } from '#shared/contract/catalogue.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { describe } from '#functions/api/describe.ts'
import { fieldOf } from '#functions/api/fields.ts'
import type { Clock } from '#functions/platform/clock.ts'
import { decodeSeen } from '#functions/platform/portal-seen.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Env } from '#functions/session/env.ts'
import type { Store } from '#functions/store/store.ts'
import { listCatalogue } from './list.ts'
import { createReplica, type Replica } from './replica.ts'
import { unitAdoptions } from './unit-adoptions.ts'

const FILTERS = {
  area: 'Id of an area; repeatable',
  unit: 'Id of a unit; repeatable',
  theme: 'Id of a theme; repeatable',
  themeGroup: 'Id of a group of themes; repeatable',
  stage: 'The card’s stage; repeatable',
  experience: 'The origin’s experience; repeatable',
  discretion: 'Who may decide it; repeatable',
  adoptedBy: 'Id of a unit that adopted it; repeatable',
  spotlight: 'true: only what a director points at',
  status: 'published, or the own unit’s draft or withdrawn',
  sort: 'fair (default) or newest',
  limit: '1–100, 20 by default',
  cursor: 'From nextCursor',
} as const

const SINGLE = ['spotlight', 'status', 'sort', 'limit', 'cursor'] as const

const queryOf = (c: Context<Env>): CatalogueQuery => {
  const all = c.req.queries()
  const single = Object.fromEntries(SINGLE.map(name => [name, all[name]?.at(-1)]))
  const parsed = catalogueQuery.safeParse({ ...all, ...single })
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(issue => fieldOf(issue, single))
  throw new PortalError(fields.some(field => field.path === 'cursor') ? 'invalid_cursor' : 'invalid', { fields })
}

const routes = (replica: Replica, store: Store, clock: Clock) => {
  const stateFor = (c: Context<Env>) => replica.current(decodeSeen(c.req.header(HEADERS.seen), clock()))
  return new Hono<Env>()
    .get(
      '/catalogue',
      describe({ summary: 'Cards that the viewer may see', tag: 'catalogue', answer: 'Catalogue', query: FILTERS, problems: ['invalid', 'invalid_cursor'] }),
      async c => {
        const query = queryOf(c)
        const [state, today] = await Promise.all([stateFor(c), store.organisations.today()])
        return c.json(listCatalogue(state, c.get('actor'), query, today, clock()), 200)
      },
    )
    .get(
      '/units/:unitId/adoptions',
      describe({ summary: 'A unit’s adoptions, each with its card', tag: 'catalogue', answer: 'UnitAdoptions', problems: ['not_found'] }),
      async c => {
        const unitId = c.req.param('unitId')
        const [state, today] = await Promise.all([stateFor(c), store.organisations.today()])
        if (!today.organisation.isOpen(unitId)) throw new PortalError('not_found')
        return c.json(unitAdoptions(state, c.get('actor'), unitId, today), 200)
      },
    )
}

/** The read side, relative to `/api/v1`: everything that is about many cards. */
export const createCatalogue = ({ store, clock }: { store: Store; clock: Clock }) => {
  const replica = createReplica(store.changes, store.table.clock)
  return { app: routes(replica, store, clock), ready: replica.ready }
}
export type CatalogueType = ReturnType<typeof routes>
