import { createApi } from '#functions/api/app.ts'
import { documentationOf } from '#functions/api/documentation.ts'
import { createPortalApi } from '#functions/api/portal.ts'
import { createCatalogue } from '#functions/catalogue/app.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { ulidIds } from '#functions/platform/ids.ts'
import { silentLogger } from '#functions/platform/logger.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { createDynamoDbClient } from '#functions/store/dynamodb-client.ts'
import { createStore } from '#functions/store/store.ts'
import { DOCUMENTATION_PATHS } from './routes.ts'

const refuse = async () => {
  throw new PortalError('unauthenticated')
}

export type DocumentationFile = { key: string; contentType: string; body: string }

/** What the API says of itself, as files: it is the same for everybody until the next deploy. Nobody is asked for it. */
export const documentationFiles = async (openWindow: boolean): Promise<DocumentationFile[]> => {
  const client = createDynamoDbClient({ region: 'eu-north-1' })
  const store = createStore(client, 'none', systemClock)
  const deps = { store, clock: systemClock }
  const api = createPortalApi({
    apps: [
      createApi({ ...deps, ids: ulidIds() }),
      createCatalogue({ ...deps, publicOrigin: '', openWindow }).app,
    ],
    ready: refuse,
    document: documentationOf,
    guard: { whoIsActing: refuse, limitWrites: refuse, limitExports: refuse },
    logger: silentLogger,
    clock: systemClock,
    serverTiming: false,
  })
  const files = DOCUMENTATION_PATHS.map(async path => {
    const response = await api.request(path)
    const contentType = response.headers.get('content-type') ?? 'text/plain'
    return { key: path.slice(1), contentType, body: await response.text() }
  })
  return Promise.all(files)
}
