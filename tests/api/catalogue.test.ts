import { afterAll, describe, expect, test } from 'vitest'
import { type Catalogue, type CatalogueItem, catalogue, unitAdoptions } from '#shared/contract/catalogue.ts'
import { adopt, edit, list, publish, read, seenOf, withdraw } from '#tests/support/cards.ts'
import { fieldsOf, type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, malene, birthe } = await startTown({ cards: true })
afterAll(() => portal.stop())

const ids = ({ items }: Catalogue): string[] => items.map(item => item.id)
const all = async (who: Person): Promise<CatalogueItem[]> => (await list(who, '?limit=100&sort=newest')).items

describe('An item', () => {
  test('is the card without its long texts, with its journey', async () => {
    const { id, version } = await publish(mette, {
      removed: { what: 'Et skema', owner: 'Os' },
      discretion: 'unit',
      themes: ['kurs'],
      lessons: 'Begynd småt. Så gå videre.',
      experience: 'did_not_work',
    })
    await adopt(lis, id, 'oekonomi', { stage: 'in_use', outcome: 'works', outcomeText: 'Det virker.' })
    await adopt(malene, id, 'plejecenter-kildevang', {
      stage: 'trying',
      outcome: 'partly',
      outcomeText: 'Næsten.',
    })
    await birthe.send('PUT', `/initiatives/${id}/spotlight`, { reason: 'Se her.' })
    const last = await birthe.send('PUT', `/initiatives/${id}/reactions/me`, undefined, {
      'portal-seen': seenOf({ id, version }),
    })
    const answer = await lis.send('GET', '/catalogue?unit=boernemyndighed&limit=100&sort=newest', undefined, {
      'portal-seen': last.headers.get('portal-seen') ?? '',
    })
    // What the token does not name is seen within a second: ask the card's own page for what is exact.
    const page = catalogue.strict().parse(await answer.json())
    const found = page.items.find(item => item.id === id)
    const card = await read(lis, id)
    expect(card.counts).toEqual({ comments: 0, adoptions: 2, inUse: 1, reactions: 1 })
    expect(found).toMatchObject({
      title: card.title,
      summary: card.summary,
      unitId: 'boernemyndighed',
      areaId: 'boern-familie',
      experience: 'did_not_work',
      stage: 'stopped',
      status: 'published',
      visibility: 'organisation',
      discretion: 'unit',
      themes: ['kurs'],
      publishedAt: card.publishedAt,
      removed: { what: 'Et skema', owner: 'Os' },
      learned: 'Begynd småt.',
    })
    for (const long of ['challenge', 'action', 'lessons', 'adoptions', 'comments', 'core', 'version'])
      expect(found).not.toHaveProperty(long)
  })
})

describe('Filters', () => {
  test('or within, and between: as many as a walk over all cards gives', async () => {
    const cards = await all(lis)
    const matching = (keep: (item: CatalogueItem) => boolean) => cards.filter(keep).map(item => item.id)
    for (const [query, keep] of [
      ['area=social', item => item.areaId === 'social'],
      ['area=social&area=stabe', item => ['social', 'stabe'].includes(item.areaId)],
      ['unit=vej-park', item => item.unitId === 'vej-park'],
      [
        'theme=kurs&theme=commitment',
        item => item.themes.some(theme => ['kurs', 'commitment'].includes(theme)),
      ],
      ['stage=in_use', item => item.stage === 'in_use'],
      ['experience=works&experience=partly', item => ['works', 'partly'].includes(item.experience ?? '')],
      [
        'experience=did_not_work&area=social&area=stabe&stage=stopped',
        item =>
          item.experience === 'did_not_work' &&
          ['social', 'stabe'].includes(item.areaId) &&
          item.stage === 'stopped',
      ],
      ['discretion=leader&theme=kurs', item => item.discretion === 'leader' && item.themes.includes('kurs')],
      ['adoptedBy=bibliotekerne', item => item.adopters.some(({ unitId }) => unitId === 'bibliotekerne')],
      ['spotlight=true', item => item.spotlight !== undefined],
    ] as const satisfies readonly (readonly [string, (item: CatalogueItem) => boolean])[]) {
      const answer = await list(lis, `?limit=100&sort=newest&${query}`)
      expect(ids(answer), query).toEqual(matching(keep))
      expect(answer.total, query).toBe(answer.items.length)
    }
    expect(matching(item => item.spotlight !== undefined).length).toBeGreaterThan(0)
  })

  test('facets count what each choice would give under the other filters', async () => {
    const cards = await all(lis)
    const { facets } = await list(lis, '?area=social&area=stabe&experience=works')
    const count = (keep: (item: CatalogueItem) => boolean) => cards.filter(keep).length
    for (const [area, n] of Object.entries(facets.area))
      expect(n).toBe(count(item => item.areaId === area && item.experience === 'works'))
    for (const [experience, n] of Object.entries(facets.experience))
      expect(n).toBe(
        count(item => item.experience === experience && ['social', 'stabe'].includes(item.areaId)),
      )
  })

  test('unknown ids give no items, unknown parameters are passed over', async () => {
    for (const filter of [
      'area',
      'unit',
      'theme',
      'themeGroup',
      'stage',
      'experience',
      'discretion',
      'adoptedBy',
    ])
      expect(await list(lis, `?${filter}=no-such`), filter).toMatchObject({ items: [], total: 0 })
    const { total } = await list(lis)
    expect(await list(lis, '?area=no-such&area=social')).toMatchObject({
      total: (await list(lis, '?area=social')).total,
    })
    expect((await list(lis, '?utm_source=x&color=red&__proto__=1')).total).toBe(total)
  })

  test('a CPR number is not looked for; ten digits in a row are, with a word for it', async () => {
    const asking = (q: string, headers = {}) => lis.send('GET', `/catalogue?q=${q}`, undefined, headers)
    const vouch = { 'portal-not-cpr': 'true' }
    for (const answer of [asking('010203-1234'), asking('010203-1234', vouch), asking('0102031234')]) {
      const problem = await refused(answer, 'cpr_number')
      expect(fieldsOf(problem)).toEqual({ q: 'cpr_number' })
      expect(JSON.stringify(problem)).not.toMatch(/0203|1234/)
    }
    expect((await asking('0102031234', vouch)).status).toBe(200)
  })
})

describe('Order and pages', () => {
  test('fair is the default, the same for everybody; newest goes by when a card came out', async () => {
    expect(ids(await list(lis, '?limit=100'))).toEqual(ids(await list(malene, '?limit=100&sort=fair')))
    const times = (await all(lis)).map(item => item.publishedAt ?? '')
    expect(times).toEqual([...times].sort().reverse())
    expect(times.length).toBeGreaterThan(30)
  })

  test('20 a page unless asked for 1 to 100', async () => {
    expect((await list(lis)).items).toHaveLength(20)
    expect((await list(lis, '?limit=1')).items).toHaveLength(1)
    for (const limit of ['0', '101', '-1', '1.5', 'ti', '1e1', '', '%20'])
      expect(
        fieldsOf(await refused(lis.send('GET', `/catalogue?limit=${limit}`), 'invalid')),
        limit,
      ).toHaveProperty('limit')
    for (const query of ['sort=best', 'status=gone', 'spotlight=maybe'])
      await refused(lis.send('GET', `/catalogue?${query}`), 'invalid')
  })

  test.each(['fair', 'newest'])('walking %s while others write neither repeats nor skips', async sort => {
    const before = ids(await list(lis, `?sort=${sort}&limit=100`))
    const walked: string[] = []
    let cursor = ''
    let seen: string | undefined
    do {
      const page = await list(lis, `?sort=${sort}&limit=7${cursor && `&cursor=${cursor}`}`, seen)
      walked.push(...ids(page))
      cursor = page.nextCursor ?? ''
      const made = await publish(mette, { title: `Undervejs ${walked.length}` })
      const gone = await withdraw(mette, (await publish(mette)).id)
      const [first] = before
      const moved = await edit(mette, made.id, { lessons: `Nr. ${walked.length}` })
      seen = seenOf(moved, gone)
      expect(first).toBeDefined()
    } while (cursor !== '')
    expect(new Set(walked).size).toBe(walked.length)
    expect(walked.filter(id => before.includes(id))).toEqual(before)
  })

  test('a cursor is of one query: another’s, or none of ours, is refused', async () => {
    const { nextCursor = '' } = await list(lis, '?limit=3')
    expect(nextCursor).not.toBe('')
    expect((await lis.send('GET', `/catalogue?limit=9&cursor=${nextCursor}`)).status).toBe(200)
    for (const query of [
      `sort=newest&cursor=${nextCursor}`,
      `area=social&cursor=${nextCursor}`,
      `status=draft&cursor=${nextCursor}`,
      `cursor=${nextCursor.slice(2)}`,
      `cursor=${nextCursor}!`,
      'cursor=x',
      'cursor=',
      `cursor=${'x'.repeat(2000)}`,
    ])
      await refused(lis.send('GET', `/catalogue?${query}`), 'invalid_cursor')
  })
})

describe('A unit’s adoptions', () => {
  test('each with its catalogue item, of the cards that the viewer may see', async () => {
    const open = await publish(mette)
    const narrowed = await publish(mette)
    await adopt(lis, open.id, 'oekonomi')
    await adopt(lis, narrowed.id, 'oekonomi')
    const { version } = await edit(mette, narrowed.id, { visibility: 'unit' })
    const adopted = async (who: Person) => {
      const seen = { 'portal-seen': seenOf(open, { id: narrowed.id, version }) }
      const answer = await who.send('GET', '/units/oekonomi/adoptions', undefined, seen)
      return unitAdoptions.strict().parse(await answer.json()).items
    }
    await expect.poll(async () => (await adopted(lis)).map(one => one.initiativeId)).toContain(open.id)
    const items = await adopted(malene)
    expect(items.every(one => one.unitId === 'oekonomi' && one.initiative.id === one.initiativeId)).toBe(true)
    expect(items.map(one => one.initiativeId)).not.toContain(narrowed.id)
    expect((await adopted(mette)).map(one => one.initiativeId)).toContain(narrowed.id)
    await refused(lis.send('GET', '/units/no-such-unit/adoptions'), 'not_found')
  })
})
