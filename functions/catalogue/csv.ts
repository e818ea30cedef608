export type CsvCell = string | number | undefined

const BOM = '\uFEFF'
/** A spreadsheet takes these for the beginning of a formula; an apostrophe makes them text. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[;"\r\n]|^\s|\s$/

const cellOf = (value: CsvCell): string => {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const safe = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const DAY = new Intl.DateTimeFormat('da-DK', {
  timeZone: 'Europe/Copenhagen',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** "24-11-2026", which Danish Excel takes for a date. */
export const dayCell = (time: string | undefined): CsvCell =>
  time === undefined ? undefined : DAY.format(new Date(time)).replaceAll(/[./]/g, '-')

/** One line of a table. */
export const csvLine = (row: readonly CsvCell[]): string => `${row.map(cellOf).join(';')}\r\n`

/** A table as Danish Excel opens it: `;`, CRLF, UTF-8 with BOM, decimal comma. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string => `${BOM}${rows.map(csvLine).join('')}`
