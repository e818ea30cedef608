import MiniSearch from 'minisearch'
import * as z from 'zod'
import { listCatalogue } from '#functions/catalogue/list.ts'
import { parseQuery } from '#functions/catalogue/query.ts'
import type { Snapshot } from '#functions/catalogue/replica/snapshot.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { demoSnapshot, idOf } from '#tests/catalogue/search/demo.ts'
import given from '#tests/catalogue/search/queries.json' with { type: 'json' }
import type { Figure } from './figure.ts'

const anyone: Viewer = { personId: 'per_anyone', roles: ['employee'] }

const queries = z
  .array(z.object({ query: z.string(), expected: z.array(z.string()), topThree: z.string().nullable() }))
  .parse(given)
  .map(({ query, expected, topThree }) => ({
    query,
    expected: expected.map(idOf),
    best: topThree === null ? undefined : idOf(topThree),
  }))

type Engine = (query: string) => string[]

const ours = (snapshot: Snapshot): Engine => {
  const now = Date.now()
  return q =>
    listCatalogue(snapshot, anyone, parseQuery({ q: [q], limit: ['100'] }), now).items.map(item => item.id)
}

/** The best known in-memory engine as it comes, over the same fields of the same cards with the same weights. */
const plain = (snapshot: Snapshot): Engine => {
  const seen = new Set(
    listCatalogue(snapshot, anyone, parseQuery({ limit: ['100'] }), Date.now()).items.map(item => item.id),
  )
  const fields = ['title', 'summary', 'challenge', 'action', 'core', 'keywords', 'themes', 'names']
  const engine = new MiniSearch({ fields })
  for (const card of snapshot.all()) {
    if (!seen.has(card.item.id)) continue
    const texts = Object.entries(snapshot.textsOf(card)).map(([field, parts]) => [field, parts.join('\n')])
    engine.add({ id: card.item.id, ...Object.fromEntries(texts) })
  }
  const boost = {
    title: 12,
    summary: 6,
    challenge: 4,
    action: 3,
    core: 2.5,
    keywords: 2,
    themes: 1,
    names: 0.8,
  }
  return q => engine.search(q, { boost }).map(({ id }) => String(id))
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Of what a query should find, how much it finds; and one over the place of what should come first. */
const judge = (engine: Engine) => {
  const asked = queries.map(one => ({ ...one, found: engine(one.query) }))
  const wanted = asked.filter(({ expected }) => expected.length > 0)
  return {
    recall: mean(
      wanted.map(({ expected, found }) => expected.filter(id => found.includes(id)).length / expected.length),
    ),
    reciprocalRank: mean(
      wanted.map(({ expected, best, found }) => {
        const place = found.findIndex(id => (best === undefined ? expected.includes(id) : id === best))
        return place < 0 ? 0 : 1 / (place + 1)
      }),
    ),
    missed: asked.filter(({ expected, found }) => expected.length === 0 && found.length > 0).length,
  }
}

/** What our Danish is worth: the same queries asked of us and of an engine that knows none. */
export const quality = (): Figure[] => {
  const snapshot = demoSnapshot()
  const mine = judge(ours(snapshot))
  const theirs = judge(plain(snapshot))
  return [
    { what: 'recall of the known queries', value: mine.recall * 100, unit: 'points', atLeast: 100 },
    { what: '… without our analyser', value: theirs.recall * 100, unit: 'points' },
    { what: 'mean reciprocal rank × 100', value: mine.reciprocalRank * 100, unit: 'points' },
    { what: '… without our analyser', value: theirs.reciprocalRank * 100, unit: 'points' },
    { what: 'found where nothing is', value: mine.missed, unit: 'count', atMost: 0 },
    { what: '… without our analyser', value: theirs.missed, unit: 'count' },
  ]
}
