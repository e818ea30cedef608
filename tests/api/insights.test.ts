import { afterAll, describe, expect, test } from 'vitest'
import { activity, figureCards, flows, promising } from '#shared/contract/insights.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { recordCalls } from '#tests/support/calls.ts'
import { publish, seenOf } from '#tests/support/cards.ts'
import { setClock } from '#tests/support/clock.ts'
import { type Person, refused } from '#tests/support/person.ts'
import { startInstance } from '#tests/support/portal.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, malene, mie } = await startTown()
afterAll(() => portal.stop())

const PATHS = [
  '/insights/promising',
  '/insights/flows',
  '/insights/flows?period=12m',
  '/insights/flows/cards?from=boern-familie',
  '/insights/activity',
  '/insights/activity/cards?kind=started',
  '/catalogue?sort=promising',
] as const

/** The unit reports on the card; answers with what a read must carry to see it. */
const report = async (who: Person, id: string, unitId: string, body: Record<string, unknown>) => {
  const answer = await who.send('PUT', `/initiatives/${id}/adoptions/${unitId}`, body)
  expect(answer.ok).toBe(true)
  return { [HEADERS.seen]: answer.headers.get(HEADERS.seen) ?? '' }
}
const works = { stage: 'in_use', outcome: 'works', outcomeText: 'Det virker.' }

describe('Insights', () => {
  test('follow a report that is made, edited and removed at the next read', async () => {
    const { id } = await publish(mette)
    const shelves = async (headers: Record<string, string>) => {
      const answer = await lis.send('GET', '/insights/promising', undefined, headers)
      const found = promising.parse(await answer.json()).shelves
      return found.filter(shelf => shelf.items.some(item => item.id === id)).map(shelf => shelf.id)
    }
    const first = await report(lis, id, 'oekonomi', works)
    expect(await shelves(first)).toEqual([])
    const second = await report(malene, id, 'plejecenter-kildevang', works)
    expect(await shelves({ [HEADERS.seen]: second[HEADERS.seen] ?? '' })).toEqual(['several-places'])
    const edited = await report(malene, id, 'plejecenter-kildevang', {
      stage: 'stopped',
      outcome: 'did_not_work',
      outcomeText: 'Vi var for få.',
    })
    expect(await shelves(edited)).toEqual(['learned-by-stopping'])
    const gone = await malene.send('DELETE', `/initiatives/${id}/adoptions/plejecenter-kildevang`)
    expect(await shelves({ [HEADERS.seen]: gone.headers.get(HEADERS.seen) ?? '' })).toEqual([])
  })

  test('count what one has just written, in the contract’s shapes', async () => {
    const card = await publish(mie, { removed: { what: 'Skema 7' }, themes: ['koordinering'] })
    const { id } = card
    await lis.send('GET', '/catalogue', undefined, { [HEADERS.seen]: seenOf(card) })
    const seen = await report(lis, id, 'oekonomi', works)
    const get = async (path: string) => (await lis.send('GET', path, undefined, seen)).json()
    const moved = flows.strict().parse(await get('/insights/flows'))
    expect(moved.period).toBe('all')
    expect(moved.cells).toContainEqual({
      from: 'kultur-fritid',
      to: 'stabe',
      stage: 'in_use',
      outcome: 'works',
      count: 1,
    })
    const happened = activity.strict().parse(await get('/insights/activity?period=3m'))
    expect(happened.removed.map(item => item.id)).toContain(id)
    expect(happened.themes.map(theme => theme.themeId)).toContain('koordinering')
    const behind = figureCards.strict().parse(await get('/insights/flows/cards?from=kultur-fritid&to=stabe'))
    expect(behind).toMatchObject({ items: [{ id }], total: 1 })
  })

  test('come as a table for Danish Excel', async () => {
    const answer = await lis.send('GET', '/insights/flows.csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="stroemme.csv"')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toMatch(
      /^Har givet;Har taget til sig;Stadie;Udfald;Antal\r\nBørne/,
    )
  })

  test('come with the cards behind every figure as a table, with what went away and whose it was', async () => {
    const card = await publish(mie, { removed: { what: 'Skema 12', owner: 'Byrådet' }, themes: ['kurs'] })
    const seen = { [HEADERS.seen]: seenOf(card) }
    const table = async (path: string) => (await lis.send('GET', path, undefined, seen)).text()
    const lists = [
      '/insights/activity/cards.csv?area=kultur-fritid',
      '/insights/activity/cards.csv?kind=removed',
      '/insights/activity/cards.csv?theme=kurs',
    ]
    for (const path of lists) expect(await table(path)).toMatch(/;Skema 12;Byrådet;[\d-]+;https?:.+\r\n/)
    expect(await table('/insights/activity/cards.csv?area=stabe&kind=removed')).not.toContain('Skema 12')
    expect(await table('/insights/themes.csv?area=kultur-fritid')).toMatch(/;Kurs;\d+\r\n/)
    const flow = await table('/insights/flows/cards.csv?from=kultur-fritid&taken=true')
    expect(flow).toMatch(/^Greb;I én sætning;Enhed;Område;/)
  })

  test('refuse a period that is none, and whoever is not signed in', async () => {
    await refused(lis.send('GET', '/insights/flows?period=week'), 'invalid')
    await refused(lis.send('GET', '/insights/activity/cards?month=2026-13'), 'invalid')
    await refused(fetch(`${portal.origin}/api/v1/insights/promising`), 'unauthenticated')
  })

  test('cost no call to the database beyond the poll', async () => {
    const clock = setClock(Date.now())
    const instance = startInstance(portal, clock.now)
    const calls = recordCalls(instance.client)
    const there = lis.at(instance.fetch)
    const during = async (path: string) => {
      calls.length = 0
      expect((await there.send('GET', path)).status).toBe(200)
      return [...calls]
    }
    await during('/catalogue')
    for (const path of PATHS) expect(await during(path)).toEqual([])
    clock.advance(1100)
    expect(await during('/insights/promising')).toEqual(['Query'])
    for (const path of PATHS) expect(await during(path)).toEqual([])
    instance.stop()
  })
})
