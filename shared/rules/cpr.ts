/**
 * Danish civil registration numbers (CPR) must never get in.
 * Source: CPR-kontoret, "Personnummeret i CPR": DDMMYY-SSSS, where the seventh digit tells the century. Modulus 11 decides
 * nothing here: numbers issued since 2007 may fail it.
 */
export type CprForm = 'separated' | 'bare'
export type CprHit = { path: string; form: CprForm }

const SEPARATOR = '[\\s./\\\\\\p{Pd}\\u2212\\u00b7\\u2044\\u2215]{0,3}'
const GROUPED = new RegExp(
  `(\\d{2})(${SEPARATOR})(\\d{2})(${SEPARATOR})(\\d{2})(${SEPARATOR})(\\d{4})(?!\\d)`,
  'uy',
)
const INVISIBLE = /\p{Cf}/gu

/** The year that two digits and the seventh digit allow. */
const yearOf = (yy: number, seventh: number): number => {
  if (seventh <= 3) return 1900 + yy
  if (seventh === 4 || seventh === 9) return yy <= 36 ? 2000 + yy : 1900 + yy
  return yy <= 57 ? 2000 + yy : 1800 + yy
}

const dateExists = (day: number, month: number, year: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day >= 1
}

/** What the text holds: `separated` can only be a CPR number, `bare` (ten digits in a row) may be something else. */
export const findCpr = (raw: string): CprForm | undefined => {
  const text = raw.normalize('NFKC').replace(INVISIBLE, '')
  let found: CprForm | undefined
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text[at]) || isDigit(text[at - 1])) continue
    GROUPED.lastIndex = at
    const match = GROUPED.exec(text)
    if (!match) continue
    const [, day, first, month, second, yy, third, serial] = match
    if (!dateExists(Number(day), Number(month), yearOf(Number(yy), Number(serial?.[0])))) continue
    if (`${first}${second}${third}` !== '') return 'separated'
    found = 'bare'
  }
  return found
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'

/** Fields that carry ids, never free text. */
const IDS = new Set(['initiativeId', 'replyTo', 'unitId', 'themes'])

/** No shape of the contract is deeper; what is, is refused as invalid anyway. */
const DEEPEST = 6

/** Every free text in a value, searched; paths are dotted (`core.1`). */
export const findCprs = (value: unknown, path = '', depth = 0): CprHit[] => {
  if (typeof value === 'string') {
    const form = findCpr(value)
    return form ? [{ path, form }] : []
  }
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    IDS.has(key) ? [] : findCprs(inner, path === '' ? key : `${path}.${key}`, depth + 1),
  )
}
