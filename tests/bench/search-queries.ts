import { listCatalogue } from '#functions/catalogue/list.ts'
import { parseQuery } from '#functions/catalogue/query.ts'
import type { Snapshot } from '#functions/catalogue/replica/snapshot.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { type Figure, percentile, timed } from './figure.ts'

/** Somebody in one unit, who sees what a unit sees. */
export const viewer: Viewer = {
  personId: 'per_bench',
  unitId: 'hr-loen',
  areaId: 'stabe',
  roles: ['employee'],
}

const ASKED = [
  'hvordan får vi færre møder',
  'sygefravær i hjemmeplejen',
  'tavle møde',
  'rengøring på skolerne',
  'sygefarvær',
  'dokumentaton',
  'ventetid i byggesager',
  'klart sprog i breve',
  'svømmehal',
  'psykologisk tryghed',
  'utilsigtede hændelser',
  'aktoerskab personalemoede',
  'parkeringsbøde',
  'sundhedsplejerske',
  'kollegerne ringer til borgeren om morgenen',
]

/** Every query as it grows while somebody types it. */
const typed = ASKED.flatMap(text => Array.from({ length: text.length - 1 }, (_, i) => text.slice(0, i + 2)))

const FILTERS: readonly Record<string, string[]>[] = [
  {},
  { area: ['stabe', 'social'] },
  { experience: ['works'], sort: ['newest'] },
  { theme: ['kurs', 'koordinering'], stage: ['in_use'] },
  { unit: ['hr-loen'], discretion: ['unit', 'leader'] },
]

const ROUNDS = 3

const times = async (snapshot: Snapshot, queries: readonly Record<string, string[]>[]): Promise<number[]> => {
  const now = Date.now()
  const took: number[] = []
  for (let round = -1; round < ROUNDS; round++) {
    for (const query of queries) {
      const ms = await timed(async () => listCatalogue(snapshot, viewer, parseQuery(query), now))
      if (round >= 0) took.push(ms)
    }
  }
  return took
}

/** How long the function takes for lists with filters and facets, and for searches as they are typed. */
export const insideFunction = async (
  snapshot: Snapshot,
  size: string,
  atMost?: number,
): Promise<Figure[]> => {
  const limit = atMost === undefined ? {} : { atMost }
  const lists = await times(snapshot, Array.from({ length: 20 }, () => FILTERS).flat())
  const searches = await times(
    snapshot,
    typed.map((q, i) => ({ q: [q], ...FILTERS[i % FILTERS.length] })),
  )
  return [
    { what: `${size}: filters and facets, p99`, value: percentile(lists, 0.99), unit: 'ms', ...limit },
    { what: `${size}: search as one types, median`, value: percentile(searches, 0.5), unit: 'ms' },
    { what: `${size}: search as one types, p99`, value: percentile(searches, 0.99), unit: 'ms', ...limit },
  ]
}
