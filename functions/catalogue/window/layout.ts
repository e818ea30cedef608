import { html } from 'hono/html'

export const MUNICIPALITY = 'Norddjurs Kommune'
export const NAME = 'Konkrete greb'

type Html = ReturnType<typeof html>

export type Page = {
  title: string
  description: string
  /** Where it is found, absolute. */
  canonical: string
  /** As PNG for all, and as SVG with its words: the address of both, without what tells them apart. */
  picture?: string | undefined
  kind: 'website' | 'article'
  body: Html
}

/** Readers take the first that they can show. */
const image = (address: string, type: string, title: string) =>
  html`<meta property="og:image" content="${address}" /><meta property="og:image:type" content="${type}" /><meta property="og:image:width" content="1200" /><meta property="og:image:height" content="630" /><meta property="og:image:alt" content="${title}" />`

/** A whole page that needs no script: what search engines, other pages and readers are told. */
export const page = (origin: string, { title, description, canonical, picture, kind, body }: Page): string =>
  `${html`<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${description}" />
    <link rel="canonical" href="${canonical}" />
    <meta name="color-scheme" content="light dark" />
    <meta property="og:site_name" content="${NAME}, ${MUNICIPALITY}" />
    <meta property="og:locale" content="da_DK" />
    <meta property="og:type" content="${kind}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${canonical}" />
    ${picture === undefined ? '' : html`${image(`${picture}.png`, 'image/png', title)}${image(`${picture}.svg`, 'image/svg+xml', title)}<meta name="twitter:card" content="summary_large_image" />`}
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/aaben/look.css" />
    <link rel="alternate" type="application/atom+xml" title="${NAME}" href="${origin}/aaben/atom.xml" />
  </head>
  <body>
    <a class="skip" href="#indhold">Gå til indholdet</a>
    <header><div class="frame"><a href="/aaben">${NAME}, ${MUNICIPALITY}</a></div></header>
    <main class="frame" id="indhold" tabindex="-1">
      ${body}
    </main>
    <footer>
      <div class="frame">
        <p>Her ser du det, kommunens enheder selv har valgt at vise alle.</p>
        <a href="/aaben/atom.xml">Følg med i en nyhedslæser</a>
        <a href="/">For medarbejdere</a>
      </div>
    </footer>
  </body>
</html>`}`
