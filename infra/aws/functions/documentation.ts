import { createApi } from '#functions/api/app.ts'
import { documentationOf } from '#functions/api/documentation.ts'
import { createPortalApi } from '#functions/api/portal.ts'
import { createCatalogue } from '#functions/catalogue/app.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { ulidIds } from '#functions/platform/ids.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { logger, openTable } from './composition.ts'
import { httpHandler } from './http.ts'

const refuse = async () => {
  throw new PortalError('unauthenticated')
}

/** Tells about the routes of the other functions and serves none of them: nobody signs in here. */
export const handler = httpHandler(async () => {
  const { store } = openTable(process.env)
  const clock = systemClock
  return createPortalApi({
    apps: [
      createApi({ store, clock, ids: ulidIds() }),
      createCatalogue({ store, clock, publicOrigin: '' }).app,
    ],
    ready: refuse,
    document: documentationOf,
    guard: { whoIsActing: refuse, limitWrites: refuse, limitExports: refuse },
    logger,
    clock,
    serverTiming: false,
  })
})
