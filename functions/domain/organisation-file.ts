import { slug } from '#shared/contract/text.ts'

/** What a municipality's list of units says of one of them. */
export type UnitRow = {
  line: number
  area: string
  areaId?: string | undefined
  shortName?: string | undefined
  unit: string
  unitId?: string | undefined
  kind?: string | undefined
  closed: boolean
  /** Id or name of the unit that took over. */
  successor?: string | undefined
}

/** Headings as people write them, in any order; only the first two are needed. */
export const COLUMNS = {
  area: 'Område',
  unit: 'Enhed',
  areaId: 'Område-id',
  shortName: 'Kort navn',
  unitId: 'Enheds-id',
  kind: 'Type',
  closed: 'Lukket',
  successor: 'Afløser',
} as const
type Column = keyof typeof COLUMNS

/** A file that cannot be used: sentences for whoever made it. */
export class FileProblem extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** Excel's two ways to save: UTF-8 with a mark, or the old Windows alphabet. */
export const decodeFile = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Cells by `;`, in quotes where they hold one (RFC 4180, as Danish Excel writes it). */
const cellsOf = (text: string): string[][] => {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|(?!")[^;\r\n]*)(;|\r\n|\n|\r|$)/gy
  while (cell.lastIndex < text.length) {
    const [, value = '', end] = cell.exec(text) ?? []
    if (end === undefined)
      throw new FileProblem(['Filen er ikke en CSV-fil: et citationstegn mangler sin mage.'])
    rows.at(-1)?.push((value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value).trim())
    if (end !== ';') rows.push([])
  }
  return rows
}

const same = (a: string, b: string): boolean => a.localeCompare(b, 'da', { sensitivity: 'base' }) === 0
const isColumn = (name: string): name is Column => Object.hasOwn(COLUMNS, name)

const columnsOf = (headings: readonly string[]): Map<Column, number> => {
  const found = new Map<Column, number>()
  for (const name of Object.keys(COLUMNS).filter(isColumn)) {
    const at = headings.findIndex(heading => same(heading, COLUMNS[name]))
    if (at >= 0) found.set(name, at)
  }
  const missing = (['area', 'unit'] as const).filter(name => !found.has(name))
  if (missing.length > 0)
    throw new FileProblem([
      `Kolonnen »${missing.map(name => COLUMNS[name]).join('« og »')}« mangler. Adskil kolonner med semikolon.`,
    ])
  return found
}

const YES = /^(ja|x|lukket|1)$/i
const id = slug.max(60)

/** The rows of a list. Throws `FileProblem` with every line that cannot be read. */
export const parseOrganisationFile = (text: string): UnitRow[] => {
  const [headings = [], ...lines] = cellsOf(text.replace(/^\uFEFF/, ''))
  const columns = columnsOf(headings)
  const problems: string[] = []
  const rows = lines.flatMap((cells, index): UnitRow[] => {
    if (cells.every(cell => cell === '')) return []
    const line = index + 2
    const said = (name: Column): string | undefined => cells[columns.get(name) ?? -1] || undefined
    const area = said('area')
    const unit = said('unit')
    if (area === undefined || unit === undefined) {
      problems.push(`Linje ${line}: skriv både område og enhed.`)
      return []
    }
    for (const name of ['areaId', 'unitId'] as const) {
      const given = said(name)
      if (given !== undefined && !id.safeParse(given).success)
        problems.push(
          `Linje ${line}: »${given}« kan ikke være ${COLUMNS[name]}: brug a-z, tal og bindestreg.`,
        )
    }
    const rest = {
      areaId: said('areaId'),
      shortName: said('shortName'),
      unitId: said('unitId'),
      kind: said('kind'),
    }
    return [
      { line, area, unit, ...rest, closed: YES.test(said('closed') ?? ''), successor: said('successor') },
    ]
  })
  if (rows.length === 0 && problems.length === 0) problems.push('Der er ingen enheder i filen.')
  if (problems.length > 0) throw new FileProblem(problems)
  return rows
}
