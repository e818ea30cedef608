import { afterAll, describe, expect, test } from 'vitest'
import { type Catalogue, catalogue, similar } from '#shared/contract/catalogue.ts'
import { edit, list, publish, seenOf, withdraw } from '#tests/support/cards.ts'
import { fieldsOf, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, asger, lis, sofie } = await startTown({ cards: true })
afterAll(() => portal.stop())

const q = (text: string, more = ''): string => `?q=${encodeURIComponent(text)}&limit=100${more}`
const titles = ({ items }: Catalogue): string[] => items.map(item => item.title ?? '')
/** The marked stretches, by code points as the contract counts. */
const marked = (text: string, ranges: readonly (readonly [number, number])[]): string[] =>
  ranges.map(([from, to]) => [...text].slice(from, to).join(''))

describe('Search', () => {
  test('marks what was found in the title and in a snippet', async () => {
    const fox = await publish(mette, {
      title: '🦊 Rævesamtaler: vi taler om ræve',
      summary: 'Noget helt andet.',
      challenge: `${'Her står en masse om noget andet. '.repeat(20)}Rævene 🦊 kom om natten. ${'Og mere. '.repeat(40)}`,
    })
    const page = catalogue.strict().parse(await list(lis, q('ræv'), seenOf(fox)))
    const { title = '', highlight } = page.items[0] ?? {}
    expect(highlight && marked(title, highlight.title)).toEqual(['Rævesamtaler', 'ræve'])
    expect(highlight?.snippet).toMatchObject({
      field: 'challenge',
      text: expect.stringMatching(/^… .*Rævene.* …$/),
    })
    expect(highlight && marked(highlight.snippet.text, highlight.snippet.ranges)).toEqual(['Rævene'])
    expect(highlight?.snippet.text.length).toBeLessThan(200)
  })

  test('finds a card from the moment it is published, changed and withdrawn', async () => {
    const card = await publish(mette, { title: 'Zebrastriber på gangen' })
    expect(titles(await list(mette, q('zebrastribe'), seenOf(card)))).toEqual(['Zebrastriber på gangen'])
    const edited = await edit(mette, card.id, { title: 'Girafhalse på gangen' })
    expect((await list(mette, q('zebrastribe'), seenOf(edited))).total).toBe(0)
    expect((await list(mette, q('girafhals'))).total).toBe(1)
    const gone = await withdraw(mette, edited.id)
    expect((await list(mette, q('girafhals'), seenOf(gone))).total).toBe(0)
    expect((await list(asger, q('girafhals', '&status=withdrawn'))).total).toBe(1)
  })

  test('finds nothing that the person may not see, and tells nothing of it', async () => {
    const secret = await publish(mette, { title: 'Hemmelig kvægvandring', visibility: 'unit' })
    expect(titles(await list(asger, q('kvægvandring'), seenOf(secret)))).toEqual(['Hemmelig kvægvandring'])
    expect(titles(await list(sofie, q('kvægvandring')))).toEqual(['Hemmelig kvægvandring'])
    for (const word of ['kvægvandring', 'kvægvadring', 'kvæg', 'vandring kvæg', 'kvægv']) {
      const { items, total, facets, suggestion } = await list(lis, q(word))
      expect({ items, total, area: facets.area, suggestion }).toEqual({ items: [], total: 0, area: {} })
    }
    const alike = await lis.lists.catalogue.similar.$get({ query: { text: 'Hemmelig kvægvandring' } })
    expect(JSON.stringify(await alike.json())).not.toContain('kvæg')
    expect(await (await lis.send('GET', `/export/initiatives.csv${q('kvæg')}`)).text()).not.toContain(
      'vandring',
    )
  })

  test('counts facets under the query and the other filters', async () => {
    const all = await list(lis, q('møde'))
    for (const [area, count] of Object.entries(all.facets.area)) {
      const one = await list(lis, q('møde', `&area=${area}`))
      expect({ total: one.total, area: one.facets.area }).toEqual({ total: count, area: all.facets.area })
    }
  })

  test('pages by relevance without repeats, and takes no cursor of another query', async () => {
    const whole = await list(lis, q('møde'))
    expect(whole.total).toBeGreaterThan(8)
    const walked: string[] = []
    for (let cursor = ''; ; ) {
      const page = await list(lis, `?q=m%C3%B8de&limit=3${cursor}`)
      walked.push(...titles(page))
      if (!page.nextCursor) break
      cursor = `&cursor=${page.nextCursor}`
    }
    expect(walked).toEqual(titles(whole))
    const { nextCursor } = await list(lis, '?q=m%C3%B8de&limit=3')
    for (const query of [
      `q=fravær&cursor=${nextCursor}`,
      `q=møde&sort=newest&cursor=${nextCursor}`,
      `cursor=${nextCursor}`,
    ])
      await refused(lis.send('GET', `/catalogue?${query}`), 'invalid_cursor')
  })

  test('keeps the order that is asked for', async () => {
    const newest = await list(lis, q('møde', '&sort=newest'))
    const times = newest.items.map(item => item.publishedAt)
    expect(times).toEqual([...times].sort().reverse())
    expect(new Set(titles(newest))).toEqual(new Set(titles(await list(lis, q('møde')))))
  })
})

describe('Queries that nobody should send', () => {
  test('at most 200 characters, counted as code points', async () => {
    expect((await list(lis, q('å'.repeat(200)))).total).toBe(0)
    const problem = await refused(lis.send('GET', `/catalogue${q('å'.repeat(201))}`), 'invalid')
    expect(fieldsOf(problem)).toEqual({ q: 'too_long' })
  })

  test.each(['/catalogue?q=', '/catalogue/similar?text=', '/export/initiatives.csv?q='])(
    'a CPR number in %s is refused and not repeated',
    async path => {
      for (const number of ['070761-4285', '0707614285']) {
        const problem = await refused(
          lis.send('GET', `${path}${encodeURIComponent(`sag ${number}`)}`),
          'cpr_number',
        )
        expect(JSON.stringify(problem)).not.toMatch(/4285/)
      }
    },
  )

  test.each([
    ['only stop words', 'hvad er det for en og hvordan'],
    ['only punctuation', '?!.,;:-–—()[]{}'],
    ['a regular expression', '(a+)+$ [^\\w]*? \\d{1,9999}'],
    ['emoji', '🎉👩‍👩‍👧‍👦🇩🇰'],
    ['right to left', 'مرحبا بالعالم שלום'],
    ['one long word', 'a'.repeat(200)],
    ['many short words', 'ab cd ef gh ij kl mn op qr st uv wx yz '.repeat(5)],
    ['half a surrogate pair as the web sends it', '\uFFFD'],
    ['marks on nothing', '\u0301\u0308'.repeat(90)],
    ['hyphens', '-'.repeat(199)],
    ['quotes and HTML', '"<script>alert(1)</script>" \' OR 1=1 --'],
  ])('%s: an answer', async (_, text) => {
    catalogue.strict().parse(await list(lis, q(text)))
  })

  test('10,000 values of a filter: an answer or a clear refusal', async () => {
    const values = (length: number) => Array.from({ length }, (_, i) => `unit=u${i}`).join('&')
    expect((await list(lis, `?q=m%C3%B8de&${values(5000)}`)).total).toBe(0)
    await refused(lis.send('GET', `/catalogue?${values(10_000)}`), 'too_large')
  })
})

describe('Similar cards', () => {
  const like = async (text: string, more = '') => {
    const answer = await lis.send('GET', `/catalogue/similar?text=${encodeURIComponent(text)}${more}`)
    return similar.strict().parse(await answer.json()).items
  }

  test('at most five, the most alike first, of what is being written', async () => {
    const items = await like(
      'Vi vil mødes stående ved en tavle hver morgen, så vi ved, hvem der er syg, og hvem der har travlt',
    )
    expect(items.length).toBeLessThanOrEqual(5)
    expect(items[0]?.title).toMatch(/tavle/i)
  })

  test('not the card itself', async () => {
    const [first] = await like('tavlemøde hver morgen')
    expect((await like('tavlemøde hver morgen', `&not=${first?.id}`)).map(item => item.id)).not.toContain(
      first?.id,
    )
  })

  test('none where nothing is alike', async () => {
    expect(await like('Svømmehallens billetpriser og vandtemperatur')).toEqual([])
    expect(await like('og det er at for')).toEqual([])
  })

  test('of a text of 8,000 characters, not more', async () => {
    expect((await like('tavlemøde og sygefravær '.repeat(333).slice(0, 8000))).length).toBeGreaterThan(0)
    const long = await refused(lis.send('GET', `/catalogue/similar?text=${'a'.repeat(8001)}`), 'invalid')
    expect(fieldsOf(long)).toEqual({ text: 'too_long' })
    const none = await refused(lis.send('GET', '/catalogue/similar'), 'invalid')
    expect(fieldsOf(none)).toEqual({ text: 'required' })
  })
})

describe('Health at length', () => {
  test('tells moderators what is held, how old it is and in how much memory', async () => {
    const answer = await sofie.send('GET', '/health?verbose')
    expect(await answer.json()).toMatchObject({
      status: 'ok',
      catalogue: { held: { cards: expect.any(Number) }, polledAgo: expect.any(Number) },
      memory: { heapUsed: expect.any(Number), rss: expect.any(Number) },
    })
  })

  test('is nobody else’s; health itself is everybody’s', async () => {
    await refused(lis.send('GET', '/health?verbose'), 'forbidden')
    await refused(fetch(`${portal.origin}/api/v1/health?verbose`), 'unauthenticated')
    expect(await (await fetch(`${portal.origin}/api/v1/health`)).json()).toEqual({ status: 'ok' })
  })
})

describe('The catalogue as a table', () => {
  const table = async (query: string, seen = '') => {
    const answer = await lis.send('GET', `/export/initiatives.csv${query}`, undefined, {
      'portal-seen': seen,
    })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    return bytes.toString('utf8').slice(1)
  }
  const rows = (text: string) => text.split(/\r\n/).filter(row => row !== '')

  test('has the cards of the list in its order, and its filters', async () => {
    const text = await table('?area=teknik-miljoe&sort=newest')
    const { items } = await list(lis, '?area=teknik-miljoe&sort=newest&limit=100')
    expect(rows(text)[0]).toMatch(/^Titel;I én sætning;Enhed;Område;Erfaring;/)
    const first = rows(text)
      .slice(1)
      .map(row => row.split(';')[0]?.replace(/^"|"$/g, ''))
    expect(first).toEqual(items.map(item => item.title))
  })

  test('tells dates as Danes do, and lets no text become a formula', async () => {
    const evil = await publish(mette, {
      title: '=HYPERLINK("http://ond.example")',
      summary: '@ondt; "og" mere',
      lessons: '-1',
    })
    const text = await table('?unit=boernemyndighed', seenOf(evil))
    expect(text).toContain(`"'=HYPERLINK(""http://ond.example"")"`)
    expect(text).toContain(`"'@ondt; ""og"" mere"`)
    expect(text).toContain(`;'-1;`)
    expect(text).toContain(';12-05-2026;')
  })

  test('goes on past a page of any length', async () => {
    const { total } = await list(lis, '?limit=1')
    expect(rows(await table('?limit=1'))).toHaveLength(total + 1)
  })
})
