import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import { html } from 'hono/html'
import { newWriteId } from '#functions/platform/ids.ts'
import { PortalError, problemResponse } from '#functions/platform/problem.ts'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import { PROBLEMS } from '#shared/contract/problem.ts'
import { atomOf } from '../feeds/atom.ts'
import { findPublic, publicCards } from '../public/list.ts'
import { PUBLIC_CACHE } from '../public/routes.ts'
import { publicInitiativeOf, publicItemOf } from '../public/view.ts'
import { remembering } from '../remembered.ts'
import type { Snapshot } from '../replica/snapshot.ts'
import { cardPage } from './card-page.ts'
import { MUNICIPALITY, NAME, page } from './layout.ts'
import { listPage, titleOf } from './list-page.ts'
import { LOOK } from './look.ts'
import { pictureOf } from './picture.ts'
import { previewOf } from './preview.ts'
import { robotsOf, sitemapOf } from './robots.ts'

type Options = { publicOrigin: string; openWindow?: boolean }
type SnapshotFor = (c: Context) => Promise<Snapshot>

const previews = remembering<Uint8Array<ArrayBuffer>>(100)

const A_PAGE = 24
const IN_FEED = 30
const PICTURE = /\/billede\.(?:png|svg)$/
const A_DAY = { 'cache-control': 'public, max-age=86400' }

/**
 * What citizens and politicians see without signing in: public cards as pages that need no script. While the window is
 * off every address of it is 404, as if it were not there.
 */
export const createWindow = (
  { publicOrigin: origin, openWindow = false }: Options,
  snapshotFor: SnapshotFor,
) => {
  const app = new Hono()
  const plain = (title: string, words: string): string =>
    page(origin, {
      title: `${title} – ${NAME}`,
      description: words,
      canonical: `${origin}/aaben`,
      kind: 'website',
      body: html`<div class="stack"><h1>${title}</h1><p class="lede">${words}</p></div>`,
    })
  const notThere = (c: Context) =>
    c.html(plain('Findes ikke her', 'Måske er det trukket tilbage, eller også er det ikke for alle.'), 404, {
      'cache-control': 'no-store',
    })

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
    // Shown where the card's address is shared, on other origins.
    if (PICTURE.test(c.req.path)) c.res.headers.set('cross-origin-resource-policy', 'cross-origin')
  })
  app.use(etag())
  app.notFound(notThere)
  app.onError((error, c) => {
    const known = error instanceof PortalError ? error : new PortalError('internal')
    const words = 'Prøv igen om et øjeblik.'
    return c.html(plain('Siden kan ikke vises lige nu', words), PROBLEMS[known.code], {
      'cache-control': 'no-store',
    })
  })
  app.get('/robots.txt', c => c.text(robotsOf(origin, openWindow), 200, A_DAY))
  if (!openWindow) return app

  app.get('/aaben', async c => {
    const snapshot = await snapshotFor(c)
    const cards = publicCards(snapshot)
    const pages = Math.max(1, Math.ceil(cards.length / A_PAGE))
    const number = Number(c.req.query('side') ?? '1')
    if (!Number.isInteger(number) || number < 1 || number > pages) return notThere(c)
    const items = cards
      .slice((number - 1) * A_PAGE, number * A_PAGE)
      .map(({ summary }) => publicItemOf(snapshot, summary))
    return c.html(listPage(origin, { items, total: cards.length, number, pages }), 200, PUBLIC_CACHE)
  })
  app.get('/aaben/look.css', c => c.body(LOOK, 200, { 'content-type': 'text/css; charset=utf-8', ...A_DAY }))
  app.get('/aaben/sitemap.xml', async c => {
    const items = publicCards(await snapshotFor(c)).map(({ summary }) => summary.item)
    return c.body(sitemapOf(origin, items), 200, {
      'content-type': 'application/xml; charset=utf-8',
      ...PUBLIC_CACHE,
    })
  })
  app.get('/aaben/atom.xml', async c => {
    const snapshot = await snapshotFor(c)
    const entries = publicCards(snapshot)
      .slice(0, IN_FEED)
      .map(({ summary }) => publicItemOf(snapshot, summary))
      .map(item => ({
        id: `${origin}/aaben/${item.id}`,
        title: titleOf(item),
        summary: item.summary ?? '',
        address: `${origin}/aaben/${item.id}`,
        author: item.unitName,
        published: item.publishedAt ?? item.updatedAt,
        updated: item.updatedAt,
      }))
    const self = `${origin}/aaben/atom.xml`
    const feed = { id: self, title: `${NAME}, ${MUNICIPALITY}`, self, page: `${origin}/aaben` }
    return c.body(atomOf({ ...feed, entries }), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      ...PUBLIC_CACHE,
    })
  })
  app.get('/aaben/:id', async c => {
    const snapshot = await snapshotFor(c)
    const found = findPublic(snapshot, c.req.param('id'))
    if (!found) return notThere(c)
    const areaName = (id: string) => snapshot.today.organisation.area(id)?.shortName ?? 'Et tidligere område'
    return c.html(cardPage(origin, publicInitiativeOf(snapshot, found), areaName), 200, PUBLIC_CACHE)
  })
  app.get('/aaben/:id/billede.svg', async c => {
    const snapshot = await snapshotFor(c)
    const found = findPublic(snapshot, c.req.param('id'))
    if (!found) return notThere(c)
    return c.body(pictureOf(publicItemOf(snapshot, found)), 200, {
      'content-type': 'image/svg+xml; charset=utf-8',
      ...PUBLIC_CACHE,
    })
  })
  app.get('/aaben/:id/billede.png', async c => {
    const snapshot = await snapshotFor(c)
    const found = findPublic(snapshot, c.req.param('id'))
    if (!found) return notThere(c)
    const picture = previews(snapshot, found.item.id, () => previewOf(publicItemOf(snapshot, found)))
    return c.body(picture, 200, { 'content-type': 'image/png', ...PUBLIC_CACHE })
  })
  app.on(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'], ['/aaben', '/aaben/*'], () => {
    const error = new PortalError('method_not_allowed', { headers: { allow: 'GET, HEAD' } })
    return problemResponse(error, newWriteId())
  })
  return app
}
