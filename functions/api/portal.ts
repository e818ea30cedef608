import { type Context, Hono } from 'hono'
import { PortalError } from '#functions/platform/problem.ts'
import { refuseUnknown } from '#functions/platform/refuse-unknown.ts'
import type { Env } from '#functions/session/env.ts'
import { describe } from './describe.ts'
import { createFrame, type FrameOptions, type Guard } from './frame.ts'

export type PortalApiOptions = FrameOptions & {
  /** Apps with paths relative to `/api/v1`. */
  apps: readonly Hono<Env>[]
  /** Resolves when the portal can serve; throws `unavailable` while it cannot. */
  ready: () => Promise<void>
  /** What the instance holds, for `/health?verbose`. */
  stats?: () => Record<string, unknown>
  /** Routes that tell about all the others (`documentationOf`). Without it there are none. */
  document?: (frame: Hono<Env>) => Hono<Env>
}

/** Health is open to all, but not what it tells at length. Throws `unauthenticated` or `forbidden`. */
const demandModerator = async (c: Context<Env>, { whoIsActing }: Guard): Promise<void> => {
  await whoIsActing(c, async () => {})
  if (!c.get('actor').roles.includes('moderator'))
    throw new PortalError('forbidden', { detail: 'Det kan moderatorer se. Spørg en af dem.' })
}

/** Of this instance, in bytes. */
const memory = () => {
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, heapUsed, external }
}

/** `/api/v1`: the given apps in their frame, with health, and with documentation where it is asked for. */
export const createPortalApi = ({
  apps,
  ready,
  stats,
  document,
  ...options
}: PortalApiOptions): Hono<Env> => {
  const frame = createFrame(options)
  const health = new Hono<Env>().get(
    '/health',
    describe({
      summary: 'Whether the portal can serve; and what it holds, for moderators',
      tag: 'portal',
      query: { verbose: 'Given, whatever it says: what is held, how old it is, and in how much memory' },
      problems: ['unauthenticated', 'forbidden', 'unavailable'],
    }),
    async c => {
      const isVerbose = c.req.query('verbose') !== undefined
      if (isVerbose) await demandModerator(c, options.guard)
      await ready()
      return c.json(isVerbose ? { status: 'ok', ...stats?.(), memory: memory() } : { status: 'ok' }, 200)
    },
  )
  const documentation = document ? [document(frame)] : []
  for (const app of [...apps, health, ...documentation]) frame.route('/', app)
  refuseUnknown(frame, c => c.get('requestId'))
  return frame
}
