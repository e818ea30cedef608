import { expect, test } from 'vitest'
import { atomOf } from '#functions/catalogue/feeds/atom.ts'

const feed = { id: 'f', title: 'Greb', self: 's', page: 'p' }
const written = {
  id: 'a',
  title: 'Møder & <em>mad</em>',
  summary: 'En\uFFFFdag\uFFFE, »sagde« "hun"',
  address: 'a',
  author: 'Køkkenet',
  published: '2026-03-02T09:00:00Z',
  updated: '2026-03-03T09:00:00Z',
}

test('what anybody wrote is text, and nothing in it breaks the document', () => {
  const atom = atomOf({ ...feed, entries: [written] })
  expect(atom).toContain('<title>Møder &amp; &lt;em&gt;mad&lt;/em&gt;</title>')
  expect(atom).toContain('<summary>Endag, »sagde« &quot;hun&quot;</summary>')
})

test('a feed is as new as its newest entry, and has a time when it has none', () => {
  const older = { ...written, updated: '2026-03-02T09:00:00Z' }
  expect(atomOf({ ...feed, entries: [older, written] })).toContain('<updated>2026-03-03T09:00:00Z</updated>')
  expect(atomOf({ ...feed, entries: [] })).toContain('<updated>1970-01-01T00:00:00.000Z</updated>')
})
