import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { promisingShelves } from '#functions/catalogue/insights/shelves.ts'
import { listCatalogue } from '#functions/catalogue/list.ts'
import { parseQuery } from '#functions/catalogue/query.ts'
import type { Snapshot } from '#functions/catalogue/replica/snapshot.ts'
import { CatalogueState } from '#functions/catalogue/replica/state.ts'
import { demoCards } from '#infra/local/demo/data.ts'
import { demoInitiativeId } from '#infra/local/demo/derived-ids.ts'
import { loadDemo } from '#infra/local/demo/load.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const birthe: Viewer = { personId: 'per_birthe', unitId: 'sekretariat', areaId: 'stabe', roles: ['director'] }

/**
 * Worked out by hand from the reports in the demo, on 23 November 2026 (weights to two places):
 *
 * | card | reports (area, outcome, weight)                              | q    | D    | score |
 * |------|--------------------------------------------------------------|------|------|-------|
 * | g05  | five areas work, one partly; 5.75 in all                     | .665 | 6.76 | 1.58  |
 * | g14  | sundhed works .95, stabe works .98                           | .542 | 3    | 0.97  |
 * | g01  | social works .94, sundhed works .93                          | .532 | 3    | 0.95  |
 * | g34  | sundhed works, social works, kultur partly; 2.94 in all      | .460 | 3.77 | 0.90  |
 * | g20  | teknik works, social works, kultur partly; 2.87 in all       | .453 | 3.77 | 0.89  |
 * | g11  | boern works .98, own area works .99                          | .546 | 1.8  | 0.777 |
 * | g22  | own area works .97, boern works .99                          | .544 | 1.8  | 0.775 |
 * | g09  | skole works .61, arbejdsmarked works .62: over a year old    | .430 | 3    | 0.771 |
 * | g08  | own area works .93, sundhed works .96: the ninth             | .536 | 1.8  | 0.763 |
 */
const WORKS = ['g05', 'g14', 'g01', 'g34', 'g20', 'g11', 'g22', 'g09']
/** Works for four units, all in its own area; and those that nobody elsewhere has come further with than considering. */
const NEEDS = ['g04', 'g15', 'g19', 'g28']
/** Last told on 1 September at 12, on 1 September at 11.15, on 14 August, and when published in October 2025. */
const LEARNED = ['g21', 'g29', 'g03', 'g24']

describe('The shelves of the demo', () => {
  let table: TestTable
  let snapshot: Snapshot
  const refs = new Map(demoCards().map(card => [demoInitiativeId(card.ref, card.createdAt), card.ref]))
  const shelfOf = (id: string) =>
    promisingShelves(snapshot, birthe, NOW).shelves.find(shelf => shelf.id === id)?.items ?? []
  const refsOn = (id: string) => shelfOf(id).map(item => refs.get(item.id))
  const reasonOf = (id: string, ref: string) => shelfOf(id).find(item => refs.get(item.id) === ref)?.reason

  beforeAll(async () => {
    table = await startTestTable()
    const { store } = table.machine(() => NOW)
    await loadDemo(store, { cards: true })
    const state = new CatalogueState()
    state.apply(await store.changes.since(0))
    snapshot = state.snapshot(await store.organisations.today())
  })
  afterAll(() => table.stop())

  test('broad and recent first; old behind; the ninth does not move down a shelf', () => {
    expect(refsOn('several-places')).toEqual(WORKS)
  })

  test('deep in its own area is what other areas have not tried', () => {
    expect(refsOn('needs-another-area').sort()).toEqual(NEEDS)
  })

  test('what mostly failed is what we learned from, the newest lesson first', () => {
    expect(refsOn('learned-by-stopping')).toEqual(LEARNED)
  })

  test('each says why in words, and never a number', () => {
    expect(reasonOf('several-places', 'g05')).toBe(
      'Virker i fem andre områder: Børn og familie, Social, Arbejdsmarked og borger, Teknik og miljø og Stabe, og delvist i Sundhed og omsorg, senest bekræftet i november.',
    )
    expect(reasonOf('several-places', 'g09')).toBe(
      'Virker i to andre områder: Skole og dagtilbud og Arbejdsmarked og borger, senest bekræftet i november 2025.',
    )
    expect(reasonOf('needs-another-area', 'g04')).toBe(
      'Virker hos fire andre enheder, alle i Sundhed og omsorg.',
    )
    expect(reasonOf('needs-another-area', 'g19')).toBe(
      'Virker hos dem selv. Plejecenter Kildevang overvejer det.',
    )
    expect(reasonOf('learned-by-stopping', 'g21')).toBe('»Vi flyttede mailene i stedet for at fjerne dem.«')
  })

  test('the catalogue’s promising order begins as the shelf does', () => {
    const query = parseQuery({ sort: ['promising'], limit: ['10'] })
    const page = listCatalogue(snapshot, birthe, query, NOW)
    expect(page.items.map(item => refs.get(item.id))).toEqual([...WORKS, 'g08', 'g13'])
  })
})
