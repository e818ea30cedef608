import { Hono } from 'hono'
import type { Env } from '#functions/session/env.ts'
import { describe } from './describe.ts'
import { createFrame, type FrameOptions, refuseUnknown } from './frame.ts'

export type PortalApiOptions = FrameOptions & {
  /** Apps with paths relative to `/api/v1`. */
  apps: readonly Hono<Env>[]
  /** Resolves when the portal can serve; throws `unavailable` while it cannot. */
  ready: () => Promise<void>
  /** Routes that tell about all the others (`documentationOf`). Without it there are none. */
  document?: (frame: Hono<Env>) => Hono<Env>
}

/** `/api/v1`: the given apps in their frame, with health, and with documentation where it is asked for. */
export const createPortalApi = ({ apps, ready, document, ...options }: PortalApiOptions): Hono<Env> => {
  const frame = createFrame(options)
  const health = new Hono<Env>().get(
    '/health',
    describe({ summary: 'Whether the portal can serve', tag: 'portal', problems: ['unavailable'] }),
    async c => {
      await ready()
      return c.json({ status: 'ok' }, 200)
    },
  )
  const documentation = document ? [document(frame)] : []
  for (const app of [...apps, health, ...documentation]) frame.route('/', app)
  refuseUnknown(frame)
  return frame
}
