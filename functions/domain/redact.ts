type Row = Readonly<Record<string, unknown>>

/** Stands where words were taken out. */
export const REDACTED = '[fjernet]'

/** What says which item it is and whose, never what somebody wrote. */
const NOT_TEXT = new Set([
  'pk',
  'sk',
  'id',
  'doneBy',
  'feed',
  'kind',
  'writeId',
  'unitId',
  'areaId',
  'personId',
  'initiativeId',
  'commentId',
  'derivedId',
  'status',
  'visibility',
  'roles',
  'themes',
])

const LETTER = '[\\p{L}\\p{N}]'
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The words as such, not as a part of longer ones; any space between them will do. */
export const wordsPattern = (words: string): RegExp => {
  const parts = words.normalize('NFC').trim().split(/\s+/).map(escaped)
  return new RegExp(`(?<!${LETTER})${parts.join('\\s+')}(?!${LETTER})`, 'giu')
}

/** The row with every text in it replaced; undefined where nothing changed. */
export const replaceTexts = (row: Row, replace: (text: string, key: string) => string): Row | undefined => {
  let changed = false
  const walk = (value: unknown, key: string): unknown => {
    if (NOT_TEXT.has(key)) return value
    if (typeof value === 'string') {
      const replaced = replace(value, key)
      changed ||= replaced !== value
      return replaced
    }
    if (Array.isArray(value)) return value.map(one => walk(one, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
  }
  const replaced = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, walk(value, key)]))
  return changed ? replaced : undefined
}
