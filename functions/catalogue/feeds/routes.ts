import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { describe } from '#functions/api/describe.ts'
import { findFeed } from '#functions/domain/feed.ts'
import type { Clock } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { resolveActor } from '#functions/session/acting.ts'
import type { Env } from '#functions/session/env.ts'
import type { Store } from '#functions/store/store.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { atomOf, type Feed } from './atom.ts'
import { entriesFor } from './entries.ts'
import { jsonFeedOf } from './json-feed.ts'

type Options = {
  store: Store
  clock: Clock
  publicOrigin: string
  snapshotFor: (c: Context) => Promise<Snapshot>
}
type Named = { personId: string; secret: string }

const about = (summary: string) => describe({ summary, tag: 'feeds', problems: ['not_found', 'unavailable'] })

/** A person's own feed for the intranet or a news reader: whoever has the address sees what that person sees today. */
export const feedRoutes = ({ store, clock, publicOrigin, snapshotFor }: Options) => {
  const feedFor = async (c: Context<Env>, { personId, secret }: Named, file: string): Promise<Feed> => {
    const found = await findFeed(store, personId, secret, clock())
    if (!found) throw new PortalError('not_found')
    const { name, title, claimedUnitId: unit, roles } = found.person
    const [viewer, snapshot] = await Promise.all([
      resolveActor(store, personId, { name, title, unit, roles }, found.since),
      snapshotFor(c),
    ])
    return {
      id: `${publicOrigin}/api/v1/feeds/${personId}`,
      title: 'Konkrete greb: nye og fremhævede',
      self: `${publicOrigin}/api/v1/feeds/${personId}/${secret}/${file}`,
      page: `${publicOrigin}/`,
      entries: entriesFor(snapshot, viewer, publicOrigin),
    }
  }
  return new Hono<Env>()
    .use('/feeds/*', etag())
    .get('/feeds/:personId/:secret/atom.xml', about('New and spotlighted cards, as Atom'), async c =>
      c.body(atomOf(await feedFor(c, c.req.param(), 'atom.xml')), 200, {
        'content-type': 'application/atom+xml; charset=utf-8',
      }),
    )
    .get('/feeds/:personId/:secret/feed.json', about('New and spotlighted cards, as JSON Feed'), async c =>
      c.body(JSON.stringify(jsonFeedOf(await feedFor(c, c.req.param(), 'feed.json'))), 200, {
        'content-type': 'application/feed+json; charset=utf-8',
      }),
    )
}
