import './quiet.ts'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createApi } from '#functions/api/app.ts'
import { createPortalApi } from '#functions/api/portal.ts'
import { createCatalogue } from '#functions/catalogue/app.ts'
import { type Clock, systemClock } from '#functions/platform/clock.ts'
import { ENV, parseConfig } from '#functions/platform/config.ts'
import { ulidIds } from '#functions/platform/ids.ts'
import { consoleLogger, type Logger } from '#functions/platform/logger.ts'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import { createSession } from '#functions/session/session.ts'
import { createStore } from '#functions/store/store.ts'
import { createReactions } from '#functions/stream/reactions.ts'
import { createLocalClient, createTable, type Database, startDynalite, TABLE_NAME } from './database.ts'
import { loadDemo } from './demo/load.ts'
import { AUDIENCE, CLIENT_ID, createLocalProvider } from './provider.ts'
import { providerKeys } from './provider-keys.ts'
import { startPump } from './pump.ts'
import { createStaticFiles } from './static-files.ts'

export type ComposeOptions = {
  port: number
  /** Where things are kept; in memory without it. */
  dataDir?: string | undefined
  /** Another DynamoDB than dynalite. */
  dynamodbEndpoint?: string | undefined
  tableName?: string
  /** With the demo's cards, or only its organisation and people. */
  cards: boolean
  /** The built web; without it only the APIs answer. */
  webRoot?: string | undefined
  /** Resolves when `webRoot` has been built. */
  webReady?: Promise<void>
  clock?: Clock
  logger?: Logger
  env?: Record<string, string>
}

export type Portal = Awaited<ReturnType<typeof compose>>

/** The same functions as in the cloud, on one port of this machine. */
export const compose = async (options: ComposeOptions) => {
  const { port, dataDir, clock = systemClock, logger = consoleLogger, tableName = TABLE_NAME } = options
  const origin = `http://localhost:${port}`
  const config = parseConfig({
    [ENV.tableName]: tableName,
    [ENV.publicOrigin]: origin,
    [ENV.issuer]: `${origin}/oidc`,
    [ENV.clientId]: CLIENT_ID,
    [ENV.audience]: AUDIENCE,
    [ENV.trustsPersonSubjects]: 'true',
    [ENV.openWindow]: 'true',
    [ENV.writesPerMinute]: '6000',
    [ENV.serverTiming]: 'true',
    ...options.env,
  })
  const database: Database =
    options.dynamodbEndpoint === undefined
      ? await startDynalite(dataDir && join(dataDir, 'db'))
      : { endpoint: options.dynamodbEndpoint, stop: async () => {} }
  const client = createLocalClient(database.endpoint)
  await createTable(client, tableName)

  const store = createStore(client, tableName, clock)
  await loadDemo(store, { cards: options.cards })
  const session = createSession(config, store, logger)
  const catalogue = createCatalogue({ store, clock })
  const api = createPortalApi({
    apps: [createApi({ store, clock, ids: ulidIds() }), catalogue.app],
    ready: catalogue.ready,
    guard: session.guard,
    logger,
    clock,
    serverTiming: config.serverTiming,
  })
  await options.webReady
  const web = options.webRoot === undefined ? undefined : await createStaticFiles(options.webRoot)
  const provider = await createLocalProvider(
    origin,
    await providerKeys(dataDir && join(dataDir, 'provider-keys.json')),
    lookOf(web?.page ?? ''),
  )

  const root = new Hono()
  root.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  })
  root.all('/api/v1/*', c => api.fetch(c.req.raw))
  root.all('/auth/*', c => session.routes.fetch(c.req.raw))
  if (web) root.route('/', web.app)

  const listener = getRequestListener(root.fetch)
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/oidc/')) return void listener(request, response)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    provider(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, resolve)
  })
  const pump = startPump(store, createReactions(store), logger)

  const stop = async (): Promise<void> => {
    await pump.stop()
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    client.destroy()
    await database.stop()
  }
  return { origin, store, client, pump, endpoint: database.endpoint, stop }
}

/** How the web looks, from its built page: the provider's own page borrows it. */
const lookOf = (page: string) => ({
  styles: [...page.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"/g)].flatMap(match => match[1] ?? []),
  sprite: /<svg class="sprite"[\s\S]*?<\/svg>/.exec(page)?.[0] ?? '',
})
