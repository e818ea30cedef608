import { randomUUID } from 'node:crypto'
import { createApi } from '#functions/api/app.ts'
import { createPortalApi } from '#functions/api/portal.ts'
import { createCatalogue } from '#functions/catalogue/app.ts'
import { type Clock, systemClock } from '#functions/platform/clock.ts'
import { ulidIds } from '#functions/platform/ids.ts'
import { type Logger, silentLogger } from '#functions/platform/logger.ts'
import { createSession } from '#functions/session/session.ts'
import { createStore } from '#functions/store/store.ts'
import { type ComposeOptions, compose, type Portal } from '#infra/local/compose.ts'
import { openFront } from '#infra/local/front.ts'
import { createTestClient } from './database.ts'
import type { Fetch } from './person.ts'

type PortalOptions = Partial<Omit<ComposeOptions, 'front'>> & { port?: number }

/**
 * The whole portal in this process: any free port, a database in memory (or a table of its own where
 * `DYNAMODB_ENDPOINT` points), no web, and no cards unless asked for. `tokenFor(personId)` signs in at its provider;
 * `pump.flush()` waits for reactions; `stop()` when done.
 */
export const startPortal = async ({ port = 0, ...options }: PortalOptions = {}) =>
  compose({
    front: await openFront(port),
    cards: false,
    logger: silentLogger,
    dynamodbEndpoint: process.env.DYNAMODB_ENDPOINT,
    tableName: `test-${randomUUID()}`,
    ...options,
  })

/** One more instance of the functions over a portal's table, as Lambda would start it: its own client and replica. */
export const startInstance = (
  { config, endpoint }: Portal,
  clock: Clock = systemClock,
  logger: Logger = silentLogger,
  client = createTestClient(endpoint),
) => {
  const store = createStore(client, config.tableName, clock)
  const { publicOrigin, openWindow } = config
  const catalogue = createCatalogue({ store, clock, publicOrigin, openWindow, logger })
  const api = createPortalApi({
    apps: [createApi({ store, clock, ids: ulidIds() }), catalogue.app],
    ready: catalogue.ready,
    guard: createSession(config, store, logger).guard,
    logger,
    clock,
    serverTiming: false,
  })
  const request: Fetch = async (url, init) => {
    const asked = new Request(url, init)
    const isApi = new URL(asked.url).pathname.startsWith('/api/')
    return isApi ? api.fetch(asked) : catalogue.window.fetch(asked)
  }
  return {
    client,
    store,
    fetch: request,
    routes: [...api.routes, ...catalogue.window.routes],
    stop: () => client.destroy(),
  }
}
export type Instance = ReturnType<typeof startInstance>
