import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importOrganisation } from '#functions/domain/import-organisation.ts'
import { decodeFile, FileProblem, parseOrganisationFile } from '#functions/domain/organisation-file.ts'
import { planOrganisation } from '#functions/domain/organisation-plan.ts'
import type { Store } from '#functions/store/store.ts'
import type { Organisation } from '#shared/contract/organisation.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'
import { bringOrganisation, organisation, taxonomy } from '#tests/support/norddjurs.ts'

const HEADINGS = 'Område;Område-id;Kort navn;Enhed;Enheds-id;Type;Lukket;Afløser'
const TODAY = [
  'Børn og Familie;;;Skolen;;;;',
  'Børn og Familie;;;Børnemyndigheden;;;;',
  'Vej og Ejendom;;;Vejholdet;;;;',
  'Vej og Ejendom;;;Park og Natur;;;;',
  'Stab;;;Indkøb;;;;',
]
const csv = (...lines: string[]) => `\uFEFF${[HEADINGS, ...lines].join('\r\n')}\r\n`
const without = (name: string) => TODAY.filter(line => !line.includes(`;${name};`))
const plan = (...lines: string[]) => planOrganisation(organisation, parseOrganisationFile(csv(...lines)))
const problemsOf = (work: () => unknown): readonly string[] => {
  try {
    work()
  } catch (error) {
    if (error instanceof FileProblem) return error.problems
    throw error
  }
  return []
}

describe('A list of units', () => {
  test('that says what is so changes nothing: names find their ids', () => {
    const { next, steps } = plan(...TODAY)
    expect(steps).toEqual([])
    expect(next).toEqual(organisation)
  })

  test('tells what is added, renamed, moved, merged and closed', () => {
    const { next, steps } = plan(
      'Børn og Familie;;;Åben Børnehave;;dagtilbud;;',
      'Børn og Familie;;;Skolen ved Åen;skolen;;;',
      'Vej og Ejendom;;;Børnemyndigheden;;;;',
      'Vej og Ejendom;;;Drift;;drift;;',
      'Vej og Ejendom;;;Vejholdet;;;ja;Drift',
      'Vej og Ejendom;;;Park og Natur;;;Ja;drift',
      'Stab;;;Indkøb;;;x;ingen',
    )
    expect(steps).toEqual([
      { what: 'added', id: 'aaben-boernehave', name: 'Åben Børnehave', to: 'Børn og Familie' },
      { what: 'renamed', id: 'skolen', name: 'Skolen', to: 'Skolen ved Åen' },
      { what: 'moved', id: 'myndighed', name: 'Børnemyndigheden', to: 'Vej og Ejendom' },
      { what: 'added', id: 'drift', name: 'Drift', to: 'Vej og Ejendom' },
      { what: 'merged', id: 'vejhold', name: 'Vejholdet', to: 'Drift' },
      { what: 'merged', id: 'park', name: 'Park og Natur', to: 'Drift' },
      { what: 'closed', id: 'indkoeb', name: 'Indkøb', to: undefined },
      { what: 'area_gone', id: 'stab', name: 'Stab' },
    ])
    const index = indexOrganisation(next)
    expect([index.ownerOf('park'), index.unitName('park')]).toEqual(['drift', 'Park og Natur'])
    // Kantinen was taken over by Indkøb, which now closed: its cards follow to the moderators, its name stays.
    expect([index.ownerOf('kantinen'), index.unitName('kantinen')]).toEqual([undefined, 'Kantinen'])
  })

  test('a unit that closed may open again', () => {
    const { next, steps } = plan(...TODAY, 'Vej og Ejendom;;;Trykkeriet;;;;')
    expect(steps).toEqual([{ what: 'reopened', id: 'trykkeriet', name: 'Trykkeriet', to: 'Vej og Ejendom' }])
    expect(next.former?.map(unit => unit.id)).toEqual(['kantinen'])
  })

  test.each([
    ['leaves a unit out', without('Skolen'), '»Skolen« (skolen) står ikke i filen'],
    ['closes without a successor', [...without('Skolen'), 'Børn og Familie;;;Skolen;;;ja;'], 'Afløser'],
    ['closes into a unit that closes', [...without('Indkøb'), 'Stab;;;Indkøb;;;ja;Indkøb'], 'Afløser'],
    ['closes what nobody knows', [...TODAY, 'Stab;;;Hemmeligt;;;ja;ingen'], 'kendes ikke'],
    ['names a unit twice', [...TODAY, 'Stab;;;Skolen;;;;'], 'står også i linje 2'],
    ['names an area in two ways', [...TODAY, 'Staben;stab;;Løn;;;;'], 'hedder både'],
    ['has an id that cannot be one', [...TODAY, 'Stab;;;Løn;Løn!;;;'], 'kan ikke være Enheds-id'],
    ['has a line without a unit', [...TODAY, 'Stab;;;;;;;'], 'Linje 7: skriv både'],
    ['is empty', [], 'ingen enheder'],
  ])('that %s is refused, and says what to do', (_, lines, words) => {
    expect(problemsOf(() => plan(...lines)).join('\n')).toContain(words)
  })

  test('is read as Danish Excel writes it: either alphabet, quotes, semicolons inside', () => {
    const text = 'Enhed;Område\r\n"Skole; Ø";Børn\r\n"Den ""gamle"" skole";Børn'
    for (const bytes of [Buffer.from(`\uFEFF${text}`, 'utf8'), Buffer.from(text, 'latin1')]) {
      const rows = parseOrganisationFile(decodeFile(bytes))
      expect(rows.map(row => row.unit)).toEqual(['Skole; Ø', 'Den "gamle" skole'])
      expect(rows[0]?.area).toBe('Børn')
    }
    expect(problemsOf(() => parseOrganisationFile('Navn;Sted\r\na;b'))[0]).toContain('»Område« og »Enhed«')
    expect(problemsOf(() => parseOrganisationFile('Område;Enhed\r\n"a;b'))[0]).toContain('citationstegn')
  })
})

test('whatever a list says and is not refused for, no unit is forgotten', () => {
  const names = [
    'Skolen',
    'Børnemyndigheden',
    'Vejholdet',
    'Park og Natur',
    'Indkøb',
    'Trykkeriet',
    'Ny enhed',
  ]
  const row = fc.record({
    name: fc.constantFrom(...names),
    area: fc.constantFrom('Stab', 'Vej og Ejendom', 'Nyt område'),
    closed: fc.boolean(),
    successor: fc.constantFrom('', 'ingen', ...names),
  })
  const everything = (one: Organisation) => [
    ...one.areas.flatMap(area => area.units.map(unit => unit.id)),
    ...(one.former ?? []).map(unit => unit.id),
  ]
  let accepted = 0
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: one => one.name, minLength: 5, maxLength: 7 }), rows => {
      const lines = rows.map(
        ({ name, area, closed, successor }) =>
          `${area};;;${name};;;${closed ? 'ja' : ''};${closed ? successor : ''}`,
      )
      let next: Organisation
      try {
        next = plan(...lines).next
      } catch (error) {
        if (error instanceof FileProblem) return
        throw error
      }
      accepted++
      expect(everything(next)).toEqual(expect.arrayContaining(everything(organisation)))
      expect(new Set(everything(next)).size).toBe(everything(next).length)
    }),
    { numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(5)
})

describe('Importing', () => {
  let table: TestTable
  let store: Store
  const moved = csv(...without('Skolen'), 'Stab;;;Skolen;;;;')
  const run = (text: string, apply: boolean) =>
    importOrganisation(store, text, { apply, writeId: 'w1', taxonomy })
  beforeAll(async () => {
    table = await startTestTable()
    store = table.machine(Date.now).store
  })
  beforeEach(() => bringOrganisation(store))
  afterAll(() => table.stop())

  test('only tells at first, and does it when asked to', async () => {
    expect(await run(moved, false)).toEqual({ lines: ['Skolen flytter til Stab'], applied: false })
    expect((await store.organisations.current()).organisation).toEqual(organisation)
    expect(await run(moved, true)).toEqual({ lines: ['Skolen flytter til Stab'], applied: true })
    expect((await store.organisations.today()).organisation.areaOf('skolen')).toBe('stab')
    expect(await run(moved, true)).toEqual({ lines: [], applied: false })
  })

  test('a portal’s first list brings the areas and the themes', async () => {
    const empty = await startTestTable()
    store = empty.machine(Date.now).store
    const { lines } = await run(csv('Stab;;Stab;Løn og Personale;;stab;;'), true)
    expect(lines).toEqual(['Nyt område: Stab', 'Ny enhed: Løn og Personale (Stab)'])
    const today = await store.organisations.today()
    expect([today.organisation.unitName('loen-og-personale'), today.taxonomy]).toEqual([
      'Løn og Personale',
      taxonomy,
    ])
    await empty.stop()
    store = table.machine(Date.now).store
  })
})
