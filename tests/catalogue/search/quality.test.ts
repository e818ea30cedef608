import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ask } from '../observed.ts'
import { anyone, demoChanges, demoSnapshot, refOf } from './demo.ts'
import more from './more-queries.json' with { type: 'json' }
import given from './queries.json' with { type: 'json' }

const queries = z
  .array(
    z.object({
      query: z.string(),
      type: z.string(),
      expected: z.array(z.string()),
      topThree: z.string().nullable(),
    }),
  )
  .parse([...given, ...more])

const snapshot = demoSnapshot()

const find = (q: string) => {
  const { items, ...answer } = ask(snapshot, anyone, { q, limit: '100' })
  return { ...answer, refs: items.map(item => refOf(item.id)) }
}

describe('Colleagues search the demo’s cards in their own words', () => {
  test.each(queries)('$type: $query', ({ query, expected, topThree }) => {
    const { refs } = find(query)
    if (expected.length === 0) expect(refs).toEqual([])
    expect(refs).toEqual(expect.arrayContaining(expected))
    if (topThree !== null) expect(refs.slice(0, 3)).toContain(topThree)
  })

  test.each([
    ['fravær', 'g03'],
    ['fravaeret', 'g03'],
    ['sygefraværssamtale', 'g03'],
    ['tavle møde', 'g02'],
    ['tavlemøderne', 'g22'],
    ['vagt planlægning', 'g04'],
    ['mødekultur', 'g05'],
    ['MED', 'g34'],
    ['MED-udvalg', 'g34'],
    ['it support', 'g24'],
    ['itsupport', 'g24'],
    ['skema', 'g10'],
    ['regnskab kontrol', 'g13'],
    ['godkendelse af fakturaer', 'g13'],
    ['musik på plejehjem', 'g31'],
    ['58.000', 'g29'],
    ['58000 kr.', 'g29'],
    ['hvordan får vi færre møder?', 'g05'],
    ['hvordan undgår vi dobbelt dokumentation', 'g10'],
    ['IDÉ', 'g31'],
    ['sygefr', 'g03'],
    ['tavl', 'g22'],
    ['onbo', 'g09'],
    ['dokumentere', 'g10'],
    ['byggetilladelserne', 'g17'],
    ['sagsbehandlingstid', 'g17'],
  ])('%s finds %s among the first three', (query, ref) => {
    expect(find(query).refs.slice(0, 3)).toContain(ref)
  })
})

describe('A word with a typing error', () => {
  test.each([
    ['sygefarvær', 'g03', 'sygefravær'],
    ['dokumentaton', 'g10', 'dokumentation'],
    ['tavelmøde', 'g02', 'tavlemøde'],
    ['vagtpaln', 'g04', 'vagtplan'],
    ['faktrua', 'g13', 'faktura'],
    ['frivilige', 'g11', 'frivillige'],
    ['psykologisk trygehd', 'g14', 'psykologisk tryghed'],
  ])('%s finds %s and asks: %s?', (query, ref, suggestion) => {
    expect(find(query)).toMatchObject({ suggestion, refs: expect.arrayContaining([ref]) })
  })

  test('is not seen in a word that the dictionary knows; what may have been meant is only asked', () => {
    expect(find('bøder')).toMatchObject({ total: 0, suggestion: 'møder' })
  })
})

describe('Nothing is found where nothing is', () => {
  test.each([
    'svømmehal',
    'hundelufter',
    'juletræ',
    'vaskemaskine',
    'parkeringslicens',
    'affaldssortering',
    'cykelhjelm',
    'mødepligt',
    'hal',
    'bus',
    'kirke',
    'handlekraft',
    '§ 85',
    '25/8396',
    '???',
    '🎉',
    'שלום',
  ])('%s', query => {
    expect(find(query)).toMatchObject({ total: 0, refs: [], facets: { area: {} } })
  })

  test('some words are enough when one of them is there, and that is said', () => {
    expect(find('sygefravær svømmehal')).toMatchObject({
      match: 'some',
      refs: expect.arrayContaining(['g03']),
    })
    expect(find('parkeringsbøde svømmehal')).toMatchObject({ total: 0 })
    expect(find('sygefarvær svømmehal')).toMatchObject({ total: 0, suggestion: 'sygefravær svømmehal' })
  })

  test('cards that somebody may not see make no difference to any answer', () => {
    const seen = new Set(ask(snapshot, anyone, { limit: '100' }).items.map(item => item.id))
    const alone = demoSnapshot(demoChanges().filter(({ pk }) => seen.has(pk.slice(2))))
    const typed = queries.flatMap(({ query }) => [query, query.slice(0, 4), query.slice(0, -1), `${query}x`])
    for (const q of [
      ...typed,
      'parkering',
      'forslagskasse',
      'forslagkasse',
      'husregler',
      'gylle',
      'landmand',
    ]) {
      expect(ask(snapshot, anyone, { q }), q).toEqual(ask(alone, anyone, { q }))
    }
  })

  test('stop words ask for nothing: the catalogue stays as it is', () => {
    const { facets, total, refs } = find('med')
    expect({ facets, total, refs }).toEqual({ ...find(''), match: undefined, refs })
    expect(total).toBe(32)
  })
})
