import { activityFor } from '#functions/catalogue/insights/activity.ts'
import { flowsFor } from '#functions/catalogue/insights/flows.ts'
import { promisingShelves } from '#functions/catalogue/insights/shelves.ts'
import type { Snapshot } from '#functions/catalogue/replica/snapshot.ts'
import { CatalogueState } from '#functions/catalogue/replica/state.ts'
import type { Change } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { demoOrganisation, demoTaxonomy } from '#infra/local/demo/data.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { ADOPTION_STAGES, EXPERIENCES } from '#shared/rules/vocabulary.ts'
import { adoption, card } from '#tests/catalogue/insights/cards.ts'
import { seededRandom } from '#tests/support/random.ts'
import { type Figure, percentile } from './figure.ts'

const CARDS = 20_000
const ADOPTERS = 5
const ROUNDS = 300
const NOW = Date.parse('2026-11-24T12:00:00Z')
const TWO_YEARS = 2 * 365 * 24 * 60 * 60 * 1000

const today: Today = {
  organisation: indexOrganisation(demoOrganisation),
  taxonomy: demoTaxonomy,
  themes: new Set(demoTaxonomy.groups.flatMap(group => group.themes.map(theme => theme.id))),
}
const units = demoOrganisation.areas.flatMap(area =>
  area.units.map(unit => ({ unitId: unit.id, areaId: area.id })),
)
const viewer: Viewer = { personId: 'per_birthe', ...units.at(-1), roles: ['director'] }

/** A municipality's twenty years: every card taken on by five others, over the last two years. */
const town = (): Change[] => {
  const random = seededRandom(2026)
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)] ?? list[0]
    if (found === undefined) throw new Error('Nothing to pick from')
    return found
  }
  const time = (): string => new Date(NOW - random() * TWO_YEARS).toISOString()
  const themes = [...today.themes]
  return Array.from({ length: CARDS }, (_, n) => {
    const home = Math.floor(random() * units.length)
    const at = time()
    const made = card(
      n,
      {
        ...units[home],
        visibility: pick(['organisation', 'organisation', 'area', 'public']),
        publishedAt: at,
      },
      {
        experience: pick(EXPERIENCES),
        themes: [pick(themes), pick(themes)],
        lessons: 'Begynd småt.',
        ...(random() < 0.2 ? { removed: { what: 'Skema 7' } } : {}),
      },
    )
    const takers = Array.from({ length: ADOPTERS }, (_, step) => {
      const stage = pick(ADOPTION_STAGES)
      return adoption(n, {
        ...units[(home + 1 + step * 7) % units.length],
        stage,
        createdAt: time(),
        reportedAt: time(),
        ...(stage === 'considering' ? {} : { outcome: pick(EXPERIENCES), outcomeText: 'Det går.' }),
      })
    })
    return [made, ...takers]
  }).flat()
}

/**
 * How long each answer takes, text and all (p99 of many, ms): warm, as most are, and the first one after a card changed,
 * which happens at most once a second.
 */
export const measure = async (): Promise<Figure[]> => {
  const state = new CatalogueState()
  const changes = town()
  state.apply(changes)
  const answers: Record<string, (snapshot: Snapshot) => unknown> = {
    promising: snapshot => promisingShelves(snapshot, viewer, NOW),
    flows: snapshot => flowsFor(snapshot, viewer, 'all', NOW),
    'flows, 3 months': snapshot => flowsFor(snapshot, viewer, '3m', NOW),
    'activity, one area': snapshot => activityFor(snapshot, viewer, { period: '12m', area: 'stabe' }, NOW),
    activity: snapshot => activityFor(snapshot, viewer, { period: 'all' }, NOW),
  }
  for (const answer of Object.values(answers)) answer(state.snapshot(today))
  let version = 1
  const change = (): void => {
    version++
    const changed = changes[(version * 6) % changes.length]
    if (changed) state.apply([{ ...changed, version }])
  }
  const p99 = (answer: (snapshot: Snapshot) => unknown, before: () => void): number => {
    const took = Array.from({ length: ROUNDS }, () => {
      before()
      const snapshot = state.snapshot(today)
      const began = performance.now()
      JSON.stringify(answer(snapshot))
      return performance.now() - began
    })
    return percentile(took, 0.99)
  }
  return Object.entries(answers).flatMap(([what, answer]): Figure[] => [
    { what: `/insights/${what}: p99`, value: p99(answer, () => {}), unit: 'ms', atMost: 30 },
    { what: `/insights/${what}: p99 after a change`, value: p99(answer, change), unit: 'ms' },
  ])
}
