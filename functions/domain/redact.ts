import { TEXTS, type Texts } from '#functions/store/texts.ts'

type Row = Readonly<Record<string, unknown>>

/** Stands where words were taken out. */
export const REDACTED = '[fjernet]'

const LETTER = '[\\p{L}\\p{N}]'
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The words as such, not as a part of longer ones; any space between them will do. */
export const wordsPattern = (words: string): RegExp => {
  const parts = words.normalize('NFC').trim().split(/\s+/).map(escaped)
  return new RegExp(`(?<!${LETTER})${parts.join('\\s+')}(?!${LETTER})`, 'giu')
}

/** The row with what people wrote in it replaced; undefined where nothing changed. */
export const replaceTexts = (row: Row, replace: (text: string, key: string) => string): Row | undefined => {
  let changed = false
  const walk = (value: unknown, texts: Texts | undefined, key: string): unknown => {
    if (texts === undefined) return value
    if (Array.isArray(value)) return value.map(one => walk(one, texts, key))
    if (typeof value === 'string' && texts === true) {
      const replaced = replace(value, key)
      changed ||= replaced !== value
      return replaced
    }
    return typeof value === 'object' && value !== null && texts !== true ? within(value, texts) : value
  }
  const within = (value: object, texts: Exclude<Texts, true>): Row =>
    Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, texts[name], name)]))
  const replaced = within(row, TEXTS[String(row.kind)] ?? {})
  return changed ? replaced : undefined
}
