import './quiet.ts'
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createApi } from '#functions/api/app.ts'
import { documentationOf } from '#functions/api/documentation.ts'
import { createPortalApi } from '#functions/api/portal.ts'
import { createCatalogue } from '#functions/catalogue/app.ts'
import { type Clock, systemClock } from '#functions/platform/clock.ts'
import { ENV, parseConfig, RATES } from '#functions/platform/config.ts'
import { ulidIds } from '#functions/platform/ids.ts'
import { consoleLogger, type Logger } from '#functions/platform/logger.ts'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import { createSession } from '#functions/session/session.ts'
import { createStore } from '#functions/store/store.ts'
import { createReactions } from '#functions/stream/reactions.ts'
import { accessTokenFor } from './access-token.ts'
import { SNAPSHOT } from './data-dir.ts'
import { createLocalClient, createTable, type Database, startDynalite, TABLE_NAME } from './database.ts'
import { loadDemo } from './demo/load.ts'
import type { Front } from './front.ts'
import { AUDIENCE, CLIENT_ID, createLocalProvider } from './provider.ts'
import { providerKeys } from './provider-keys.ts'
import { startPump } from './pump.ts'
import { snapshotFile } from './snapshot-file.ts'
import type { Web } from './web.ts'

export type ComposeOptions = {
  front: Front
  /** Where things are kept; in memory without it. */
  dataDir?: string | undefined
  /** Another DynamoDB than dynalite. */
  dynamodbEndpoint?: string | undefined
  tableName?: string | undefined
  /** With the demo's cards, or only its organisation and people. */
  cards: boolean
  /** Without it only the APIs and sign-in answer. */
  web?: Promise<Web> | undefined
  clock?: Clock
  logger?: Logger
  /** Over what the local composition sets; names in `ENV`. */
  env?: Record<string, string>
}

export type Portal = Awaited<ReturnType<typeof compose>>

/** On one machine one person is often a whole class, a script or a load test. */
const tenfold = (rate: number): string => String(10 * rate)

const SAVE_EVERY_MS = 5 * 60_000
const NO_LOOK = { styles: [], sprite: '' }

/** The same functions as in the cloud, on one port of this machine. */
export const compose = async (options: ComposeOptions) => {
  const { front, dataDir, clock = systemClock, logger = consoleLogger, tableName = TABLE_NAME } = options
  const origin = `http://localhost:${front.port}`
  const config = parseConfig({
    [ENV.tableName]: tableName,
    [ENV.publicOrigin]: origin,
    [ENV.issuer]: `${origin}/oidc`,
    [ENV.clientId]: CLIENT_ID,
    [ENV.audience]: AUDIENCE,
    [ENV.trustsPersonSubjects]: 'true',
    [ENV.openWindow]: 'true',
    [ENV.writesInFiveMinutes]: tenfold(RATES.writesInFiveMinutes),
    [ENV.exportsAnHour]: tenfold(RATES.exportsAnHour),
    [ENV.signInsAnHour]: tenfold(RATES.signInsAnHour),
    [ENV.serverTiming]: 'true',
    ...options.env,
  })
  const database: Database =
    options.dynamodbEndpoint === undefined
      ? await startDynalite(dataDir && join(dataDir, 'db'))
      : { endpoint: options.dynamodbEndpoint, stop: async () => {} }
  const client = createLocalClient(database.endpoint)
  const store = createStore(client, tableName, clock)
  const bringIn = async () => {
    await createTable(client, tableName)
    await loadDemo(store, { cards: options.cards })
  }
  const [keys, web] = await Promise.all([
    providerKeys(dataDir && join(dataDir, 'provider-keys.json')),
    options.web,
    bringIn(),
  ])

  const session = createSession(config, store, logger)
  // Another database than the directory's own has other cards.
  const keepsSnapshot = dataDir !== undefined && options.dynamodbEndpoint === undefined
  const catalogue = createCatalogue({
    store,
    clock,
    ...config,
    logger,
    ...(keepsSnapshot ? { snapshots: snapshotFile(join(dataDir, SNAPSHOT)) } : {}),
  })
  const save = async (): Promise<void> => {
    if (!keepsSnapshot) return
    await catalogue.save().catch(() => logger.error('snapshot_not_saved', {}))
  }
  const api = createPortalApi({
    apps: [createApi({ store, clock, ids: ulidIds() }), catalogue.app],
    ready: catalogue.ready,
    stats: () => ({ catalogue: catalogue.stats() }),
    document: documentationOf,
    guard: session.guard,
    logger,
    clock,
    serverTiming: config.serverTiming,
  })
  const functions = new Hono()
    .all('/api/v1/*', c => api.fetch(c.req.raw))
    .all('/auth/*', c => session.routes.fetch(c.req.raw))
    .all('*', c => catalogue.window.fetch(c.req.raw))
  const provider = await createLocalProvider(origin, keys, web?.look ?? NO_LOOK)

  const toFunctions = getRequestListener(functions.fetch)
  const listenerFor = (url: string): RequestListener => {
    if (/^\/(?:api\/v1|auth|aaben|robots\.txt)(?:[/?]|$)/.test(url)) return toFunctions
    if (url.startsWith('/oidc/')) return provider
    return web?.handle ?? toFunctions
  }
  front.serve((request, response) => {
    const url = request.url ?? '/'
    const isPage = (request.headers.accept ?? '').includes('text/html')
    if (isPage && request.method === 'GET' && request.headers.host !== `localhost:${front.port}`) {
      // Cookies belong to one name; 127.0.0.1 is another.
      response.writeHead(302, { location: `${origin}${url}` }).end()
      return
    }
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    listenerFor(url)(request, response)
  })
  const pump = startPump(store, createReactions(store), logger, config.retention)

  const saving = setInterval(() => void save(), SAVE_EVERY_MS)

  const stop = async (): Promise<void> => {
    clearInterval(saving)
    await front.stop()
    await pump.stop()
    await save()
    client.destroy()
    await database.stop()
  }
  return {
    origin,
    config,
    store,
    client,
    pump,
    endpoint: database.endpoint,
    /** An hour's access token of a demo person. */
    tokenFor: (personId: string) => accessTokenFor(origin, personId),
    stop,
  }
}
