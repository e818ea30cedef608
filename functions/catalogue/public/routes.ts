import { type Context, Hono } from 'hono'
import { describe } from '#functions/api/describe.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Env } from '#functions/session/env.ts'
import { publicQuery } from '#shared/contract/public.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { parseParameters } from '../parameters.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { findPublic, listPublic } from './list.ts'
import { publicInitiativeOf } from './view.ts'

/** Anybody may keep it for a minute; who has just written is answered anew. */
export const PUBLIC_CACHE = { 'cache-control': 'public, max-age=60', vary: HEADERS.seen }

type Options = { snapshotFor: (c: Context<Env>) => Promise<Snapshot> }

/** Public cards, for anyone, as long as the open window is on. */
export const publicRoutes = ({ snapshotFor }: Options) =>
  new Hono<Env>()
    .get(
      '/public/initiatives',
      describe({
        summary: 'Public cards, the newest first; without persons, comments and reactions',
        tag: 'public',
        answer: 'PublicItems',
        headers: ['seen'],
        query: { limit: '1–100, 20 by default', cursor: 'From nextCursor' },
        problems: ['invalid', 'invalid_cursor', 'not_found', 'unavailable'],
      }),
      async c => {
        const query = parseParameters(c, publicQuery)
        return c.json(listPublic(await snapshotFor(c), query), 200, PUBLIC_CACHE)
      },
    )
    .get(
      '/public/initiatives/:id',
      describe({
        summary: 'A public card',
        tag: 'public',
        answer: 'PublicInitiative',
        headers: ['seen'],
        problems: ['not_found', 'unavailable'],
      }),
      async c => {
        const snapshot = await snapshotFor(c)
        const found = findPublic(snapshot, c.req.param('id'))
        if (!found) throw new PortalError('not_found')
        return c.json(publicInitiativeOf(snapshot, found), 200, PUBLIC_CACHE)
      },
    )
