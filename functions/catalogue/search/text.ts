import stopWords from './data/stop-words.json' with { type: 'json' }

/** A word of a text, and where it stands (UTF-16 units). In a line that is all capitals, `MED` is taken for `med`. */
export type Token = { from: number; to: number; word: string }

/** Soft hyphens and joiners stand inside words; marks belong to the letter before them. */
const INSIDE = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d]'
const PIECE = `[\\p{L}\\p{N}]${INSIDE}*`
/** `§ 85`, `25/8396` and `12.30`, then words, with the hyphens inside them. */
const TOKEN = new RegExp(
  `§+\\s*\\d+(?:\\.\\d+)*|\\d+(?:[.,:/-]\\d+)+(?!${INSIDE})|${PIECE}(?:[-\\u2010\\u2011]${PIECE})*`,
  'gu',
)
const PLAIN = /^[a-zæøå]+$/
const DIGRAPH = /aa|ae|oe/
/** What other keyboards and other ways to write turn into one. */
const LETTERS: Readonly<Record<string, string>> = {
  aa: 'å',
  ae: 'æ',
  oe: 'ø',
  ä: 'æ',
  ö: 'ø',
  ü: 'y',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
}
/** But the plural of "skema" is no "skemær", and neither is that of "kollega". */
const PLURAL = '(?<=[^i]m|mer|lleg|agend|vill)aer(?:ne)?s?$'
const CHANGES = new RegExp(`(?!${PLURAL})(?:aa|ae|oe|[äöüßðþ])`, 'g')
const MARKED = /[^a-zæøå0-9]/g
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/

/** Words that mean something in capitals only: `MED` is a committee, `med` is with. */
const CAPITALS: ReadonlySet<string> = new Set(stopWords.unlessCapitals)
/** Marks such a word, which no text can do. */
const CAPITAL = '^'

/** One spelling of a word: lower case, æøå for ae, oe, aa, without accents, hyphens and what cannot be seen. */
export const fold = (surface: string): string => {
  const lower = surface.toLowerCase()
  if (PLAIN.test(lower) && !DIGRAPH.test(lower)) return lower
  if (THOUSANDS.test(lower)) return lower.replaceAll('.', '')
  return lower
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}\u2010\u2011-]/gu, '')
    .replace(CHANGES, found => LETTERS[found] ?? found)
    .replace(MARKED, withoutMarks)
}

const withoutMarks = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '')

const isLoud = (line: string): boolean => {
  const words = line.match(/\p{L}{2,}/gu) ?? []
  const loud = words.filter(word => word === word.toUpperCase())
  return loud.length > 2 && loud.length === words.length
}

const lineAround = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? ''

/** Every word as it was written. */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const isShouted = CAPITALS.has(word) && isLoud(lineAround(text, index))
    tokens.push({ from: index, to: index + word.length, word: isShouted ? word.toLowerCase() : word })
  }
  return tokens
}

/** The spelling under which a word is known. */
export const spellingOf = (word: string): string =>
  CAPITALS.has(word) ? `${CAPITAL}${word.toLowerCase()}` : fold(word)

/** The pieces between the hyphens of a word, folded. */
export const piecesOf = (surface: string): string[] =>
  /\d[.,:/-]\d/.test(surface)
    ? []
    : surface
        .split(/[-\u2010\u2011]/)
        .filter(piece => piece !== '')
        .map(spellingOf)

const STOP: ReadonlySet<string> = new Set(stopWords.words.map(fold))

/** Words that say nothing of what is looked for. */
export const isStopWord = (spelling: string): boolean =>
  STOP.has(spelling) || (spelling.length === 1 && !/\d/.test(spelling))
