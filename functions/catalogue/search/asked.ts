import { knownParts, partsOf } from './compounds.ts'
import type { Dictionary } from './dictionary.ts'
import { stemOf } from './stem.ts'
import { isStopWord, piecesOf, spellingOf, tokensOf } from './text.ts'

/** A weighty word of a query. */
export type AskedWord = {
  /** Where it stands in the query (UTF-16 units). */
  from: number
  to: number
  /** Its place among all words of the query: neighbours differ by one. */
  place: number
  spelling: string
  stem: string
  /** Ways to write a compound apart: the stems of its parts. */
  apart: readonly (readonly string[])[]
  /** The dictionary knows it, whatever the cards say: it is no misspelling. */
  isKnown: boolean
  /** It may go on: the last word while one types. */
  isOpen: boolean
}

export type Asked = {
  text: string
  words: readonly AskedWord[]
  /** Of all its words, stop words too, by their places. */
  stems: readonly string[]
  /** Stop words alone ask for nothing in particular. */
  asksNothing: boolean
}

/** Of a compound with more parts than this, only two halves are tried. */
const MOST_PARTS = 5

/** Sygefraværssamtale: sygefravær + samtale, syge + fraværssamtale, and all three. */
const waysApart = (surface: string, spelling: string, dictionary: Dictionary): string[][] => {
  const pieces = piecesOf(surface)
  if (pieces.length > 1) return [pieces.map(stemOf)]
  const parts = partsOf(spelling, dictionary)
  if (parts.length < 2 || parts.length > MOST_PARTS) return []
  const all = parts.map(part => part.stem)
  if (parts.length === 2) return [all]
  const halves = parts.slice(1).map(({ from }) => {
    const first = spelling.slice(0, from)
    return [stemOf(first.endsWith('s') ? first.slice(0, -1) : first), stemOf(spelling.slice(from))]
  })
  return [all, ...halves]
}

const isKnownWord = (spelling: string, stem: string, dictionary: Dictionary): boolean =>
  dictionary.stems.has(stem) || knownParts(spelling, dictionary).length > 0

/** What a query asks for: its words without those that say nothing. */
export const readQuery = (text: string, dictionary: Dictionary): Asked => {
  const tokens = tokensOf(text)
  const words = tokens.flatMap((token, place): AskedWord[] => {
    const spelling = spellingOf(token.word)
    if (isStopWord(spelling)) return []
    const stem = stemOf(spelling)
    return [
      {
        from: token.from,
        to: token.to,
        place,
        spelling,
        stem,
        apart: waysApart(token.word, spelling, dictionary),
        isKnown: isKnownWord(spelling, stem, dictionary),
        isOpen: token.to === text.length,
      },
    ]
  })
  return {
    text,
    words: distinct(words),
    stems: tokens.map(token => stemOf(spellingOf(token.word))),
    asksNothing: words.length === 0 && tokens.length > 0,
  }
}

/** A word said twice weighs no more; the later one is kept, for it may be open. */
const distinct = (words: readonly AskedWord[]): AskedWord[] =>
  words.filter((word, i) => !words.slice(i + 1).some(later => later.spelling === word.spelling))
