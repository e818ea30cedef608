import { Hono } from 'hono'
import { createPortalApi } from '#functions/api/portal.ts'
import { createCatalogue } from '#functions/catalogue/app.ts'
import { logger } from './composition.ts'
import { httpHandler } from './http.ts'

/** The read side: few instances with the whole catalogue in memory. Health means that it can answer. */
export const handler = httpHandler(({ config, store, clock, session }) => {
  const catalogue = createCatalogue({ store, clock, ...config, snapshots: store.snapshots, logger })
  const { app, ready, window } = catalogue
  const api = createPortalApi({ apps: [app], ready, guard: session.guard, logger, clock, ...config })
  return new Hono().all('/api/v1/*', c => api.fetch(c.req.raw)).all('*', c => window.fetch(c.req.raw))
})
