import { html } from 'hono/html'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'

/** Only the open window is for search engines, and only while it is open. */
export const robotsOf = (origin: string, openWindow: boolean): string =>
  openWindow
    ? `User-agent: *\nAllow: /aaben\nAllow: /favicon.svg\nDisallow: /\n\nSitemap: ${origin}/aaben/sitemap.xml\n`
    : 'User-agent: *\nDisallow: /\n'

/** sitemaps.org holds at most so many addresses. */
const MOST = 49_999

export const sitemapOf = (origin: string, items: readonly CatalogueItem[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${origin}/aaben</loc></url>
${items.slice(0, MOST).map(item => html`<url><loc>${origin}/aaben/${item.id}</loc><lastmod>${item.updatedAt}</lastmod></url>`)}
</urlset>`}`
