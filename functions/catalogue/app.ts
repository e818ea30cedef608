import { type Context, Hono } from 'hono'
import { describe } from '#functions/api/describe.ts'
import type { Clock } from '#functions/platform/clock.ts'
import { type Logger, silentLogger } from '#functions/platform/logger.ts'
import { decodeSeen } from '#functions/platform/portal-seen.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Env } from '#functions/session/env.ts'
import type { Store } from '#functions/store/store.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { chosenUnitRoutes } from './chosen-units.ts'
import { exportCards, streamOf } from './export.ts'
import { feedRoutes } from './feeds/routes.ts'
import { insightRoutes } from './insights/routes.ts'
import { lineageTree } from './lineage.ts'
import { listCatalogue } from './list.ts'
import { publicRoutes } from './public/routes.ts'
import { isVouched, PARAMETERS, parseQuery, parseSimilar, SIMILAR_PARAMETERS } from './query.ts'
import { createReplica, type Replica } from './replica/replica.ts'
import type { Snapshot } from './replica/snapshot.ts'
import { similarCards } from './similar.ts'
import type { SnapshotStore } from './snapshot/snapshot-store.ts'
import { unitAdoptions } from './unit-adoptions.ts'
import { createWindow } from './window/app.ts'

export type CatalogueOptions = {
  store: Store
  clock: Clock
  /** Where the portal is found; addresses that leave it begin so. */
  publicOrigin: string
  /** Whether citizens may look in at what is public; not unless somebody says so. */
  openWindow?: boolean
  /** Where a cold instance finds what another knew. Without it, it reads the whole table. */
  snapshots?: SnapshotStore
  logger?: Logger
}

const tag = 'catalogue'

/** The catalogue as of now, with all that the caller has seen. */
const snapshots =
  ({ store, clock }: CatalogueOptions, replica: Replica) =>
  async (c: Context): Promise<Snapshot> => {
    const seen = decodeSeen(c.req.header(HEADERS.seen), clock())
    const [state, today] = await Promise.all([replica.current(seen), store.organisations.today()])
    return state.snapshot(today)
  }
type SnapshotFor = ReturnType<typeof snapshots>

const catalogueRoutes = ({ clock, publicOrigin }: CatalogueOptions, snapshotFor: SnapshotFor) =>
  new Hono<Env>()
    .get(
      '/catalogue',
      describe({
        summary: 'Cards that the viewer may see, with filters, facets and pages',
        tag,
        answer: 'Catalogue',
        headers: ['seen'],
        query: PARAMETERS,
        problems: ['invalid', 'cpr_number', 'invalid_cursor', 'unavailable'],
      }),
      async c => {
        const query = parseQuery(c.req.queries(), isVouched(c))
        return c.json(listCatalogue(await snapshotFor(c), c.get('actor'), query, clock()), 200)
      },
    )
    .get(
      '/catalogue/similar',
      describe({
        summary: 'At most five cards like a text that is being written',
        tag,
        answer: 'Similar',
        headers: ['seen'],
        query: SIMILAR_PARAMETERS,
        problems: ['invalid', 'cpr_number', 'unavailable'],
      }),
      async c => {
        const { text, not } = parseSimilar(c)
        return c.json(similarCards(await snapshotFor(c), c.get('actor'), text, not), 200)
      },
    )
    .get(
      '/catalogue/lineage/:id',
      describe({
        summary: 'The family of a card, as far as the viewer may know of it',
        tag,
        answer: 'LineageTree',
        headers: ['seen'],
        problems: ['not_found', 'unavailable'],
      }),
      async c => c.json(lineageTree(await snapshotFor(c), c.get('actor'), c.req.param('id')), 200),
    )
    .get(
      '/export/initiatives.csv',
      describe({
        summary: 'The catalogue’s cards under its filters, as a table for Danish Excel',
        tag,
        headers: ['seen'],
        query: PARAMETERS,
        problems: ['invalid', 'cpr_number', 'rate_limited', 'unavailable'],
      }),
      async c => {
        const { cursor, limit, ...query } = parseQuery(c.req.queries(), isVouched(c))
        const day = clock()
        const table = exportCards(await snapshotFor(c), c.get('actor'), query, { now: day, publicOrigin })
        return c.body(streamOf(table), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="greb-${danishDay(day)}.csv"`,
        })
      },
    )
    .get(
      '/units/:unitId/adoptions',
      describe({
        summary: 'A unit’s adoptions of cards that the viewer may see, each with its card',
        tag,
        answer: 'UnitAdoptions',
        headers: ['seen'],
        problems: ['not_found', 'unavailable'],
      }),
      async c => {
        const unitId = c.req.param('unitId')
        const snapshot = await snapshotFor(c)
        if (!snapshot.today.organisation.isOpen(unitId)) throw new PortalError('not_found')
        return c.json(unitAdoptions(snapshot, c.get('actor'), unitId), 200)
      },
    )
    .route('/', insightRoutes({ snapshotFor, clock, publicOrigin }))

/** The read side, relative to `/api/v1`: everything that is about many cards. `clock` tells the day of the lists. */
export const createCatalogue = (options: CatalogueOptions) => {
  const { store, logger = silentLogger } = options
  const replica = createReplica({
    changes: store.changes,
    clock: store.table.clock,
    onTrouble: error =>
      logger.error('catalogue_read_failed', { name: error instanceof Error ? error.name : 'unknown' }),
    snapshots: options.snapshots,
  })
  const snapshotFor = snapshots(options, replica)
  const app = catalogueRoutes(options, snapshotFor)
  app.route('/', chosenUnitRoutes(options, replica))
  app.route('/', feedRoutes({ ...options, snapshotFor }))
  if (options.openWindow) app.route('/', publicRoutes({ snapshotFor }))
  return {
    app,
    window: createWindow(options, snapshotFor),
    ready: replica.ready,
    stats: replica.stats,
    /** Leaves what is known for instances to come; worth doing every few minutes, by one of them. */
    save: async () => replica.save(await store.organisations.today()),
  }
}

/** What the browser's typed client is made from. */
export type CatalogueType = ReturnType<typeof catalogueRoutes>
