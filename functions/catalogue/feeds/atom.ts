import { html } from 'hono/html'

export type FeedEntry = {
  /** Never changes, wherever the portal moves. */
  id: string
  title: string
  summary: string
  address: string
  author: string
  published: string
  updated: string
  /** Said about it in one word, such as "Fremhævet". */
  category?: string | undefined
}
export type Feed = {
  id: string
  title: string
  self: string
  page: string
  entries: readonly FeedEntry[]
}

const EPOCH = '1970-01-01T00:00:00.000Z'

/** When anything in it last changed. */
export const updatedOf = ({ entries }: Feed): string =>
  entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? EPOCH

/** Without the two characters that no XML document may hold. */
const xml = (text: string): string => text.replaceAll(/[\uFFFE\uFFFF]/g, '')

const entry = (one: FeedEntry) => html`<entry>
<id>${one.id}</id>
<title>${xml(one.title)}</title>
<link rel="alternate" type="text/html" href="${one.address}" />
<author><name>${xml(one.author)}</name></author>
<published>${one.published}</published>
<updated>${one.updated}</updated>
${one.category === undefined ? '' : html`<category term="${one.category}" />`}
<summary>${xml(one.summary)}</summary>
</entry>`

/** RFC 4287. */
export const atomOf = (feed: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>
${html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">
<id>${feed.id}</id>
<title>${feed.title}</title>
<link rel="self" type="application/atom+xml" href="${feed.self}" />
<link rel="alternate" type="text/html" href="${feed.page}" />
<updated>${updatedOf(feed)}</updated>
${feed.entries.map(entry)}
</feed>`}`
