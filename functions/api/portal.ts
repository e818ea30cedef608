import { Hono } from 'hono'
import type { Env } from '#functions/session/env.ts'
import { describe } from './describe.ts'
import { docsPage } from './docs.ts'
import { createFrame, type FrameOptions, refuseUnknown } from './frame.ts'
import { type OpenApi, openApiOf } from './openapi.ts'

export type PortalApiOptions = FrameOptions & {
  /** Apps with paths relative to `/api/v1`. */
  apps: readonly Hono<Env>[]
  /** Resolves when the portal can serve; throws `unavailable` while it cannot. */
  ready: () => Promise<void>
}

const tag = 'portal'

/** `/api/v1`: the given apps in their frame, with health and documentation. */
export const createPortalApi = ({ apps, ready, ...options }: PortalApiOptions): Hono<Env> => {
  const frame = createFrame(options)
  let document: Promise<OpenApi> | undefined
  const openApi = (): Promise<OpenApi> => {
    document ??= openApiOf(frame)
    return document
  }
  const open = new Hono<Env>()
    .get(
      '/health',
      describe({ summary: 'Whether the portal can serve', tag, problems: ['unavailable'] }),
      async c => {
        await ready()
        return c.json({ status: 'ok' }, 200)
      },
    )
    .get('/openapi.json', describe({ summary: 'This document', tag }), async c =>
      c.json(await openApi(), 200),
    )
    .get('/docs', describe({ summary: 'This document as a page to read', tag }), async c =>
      c.html(docsPage(await openApi())),
    )
  for (const app of [...apps, open]) frame.route('/', app)
  refuseUnknown(frame)
  return frame
}
