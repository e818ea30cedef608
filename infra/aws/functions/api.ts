import { createApi } from '#functions/api/app.ts'
import { createPortalApi } from '#functions/api/portal.ts'
import { ulidIds } from '#functions/platform/ids.ts'
import { logger } from './composition.ts'
import { httpHandler } from './http.ts'

/** The write side and single reads. */
export const handler = httpHandler(({ config, store, clock, session }) =>
  createPortalApi({
    apps: [createApi({ store, clock, ids: ulidIds() })],
    ready: async () => {},
    guard: session.guard,
    logger,
    clock,
    serverTiming: config.serverTiming,
  }),
)
