import type { Feed } from './atom.ts'

/** JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeedOf = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  language: 'da',
  home_page_url: feed.page,
  feed_url: feed.self,
  items: feed.entries.map(entry => ({
    id: entry.id,
    url: entry.address,
    title: entry.title,
    content_text: entry.summary,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: [{ name: entry.author }],
    ...(entry.category === undefined ? {} : { tags: [entry.category] }),
  })),
})
