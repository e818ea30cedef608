import type { Word } from './lexicon.ts'
import { CARD_SHIFT, FIELD, MASK, type Postings, type SearchIndex, type Words } from './search-index.ts'

/** At least one stem must be a word of its own: two compounds with one half each say something else. */
const has = (word: Word | undefined, stem: number, inParts: boolean): boolean =>
  word !== undefined && (word.stem === stem || (inParts && word.parts.includes(stem)))

type Wanted = { wanted: readonly number[]; reach: number; inParts: boolean }

/** The fields of a card, as bits, in which all the stems stand with at most `reach` words from the first to the last. */
const fieldsWithin = (index: SearchIndex, words: Words, { wanted, reach, inParts }: Wanted): number => {
  let fields = 0
  let field = 0
  let at = 0
  let last: number[] = []
  let whole = Number.NEGATIVE_INFINITY
  for (const id of words) {
    at++
    if (id >= FIELD) field = 1 << (id - FIELD)
    if (id >= FIELD || id === 0) {
      last = []
      whole = Number.NEGATIVE_INFINITY
      continue
    }
    const word = index.lexicon.words[id - 1]
    if (word && wanted.includes(word.stem)) whole = at
    let first = at
    for (let i = 0; i < wanted.length; i++) {
      if (has(word, wanted[i] ?? -1, inParts)) last[i] = at
      first = Math.min(first, last[i] ?? Number.NEGATIVE_INFINITY)
    }
    if (at - Math.min(first, whole) < reach && new Set(last).size === wanted.length) fields |= field
  }
  return fields
}

/** More cards than this are not read: words so common stand near each other by chance. */
const MOST_READ = 2000

const NONE: Postings = new Uint32Array(0)

/** By card, the fields in which any of these stand, of the fields that `among` has. */
const fieldsIn = (lists: readonly Postings[], among: Uint8Array | undefined, cards: number): Uint8Array => {
  const fieldsOf = new Uint8Array(cards)
  for (const postings of lists) {
    for (const posting of postings) {
      const card = posting >>> CARD_SHIFT
      fieldsOf[card] = (fieldsOf[card] ?? 0) | (posting & (among ? (among[card] ?? 0) : MASK))
    }
  }
  return fieldsOf
}

/**
 * Cards in which all the stems stand together in one text, each as another word; with `inParts`, in a compound if need
 * be.
 */
export const standingTogether = (
  index: SearchIndex,
  stems: readonly (number | undefined)[],
  { reach, visible, inParts = false }: { reach: number; visible: Uint8Array; inParts?: boolean },
): Postings => {
  const wanted = stems.filter(stem => stem !== undefined)
  const [only] = wanted
  if (wanted.length < stems.length || only === undefined) return NONE
  if (wanted.length === 1 && !inParts) return index.whole(only)
  const lists = wanted
    .map(stem => (inParts ? [index.whole(stem), index.part(stem)] : [index.whole(stem)]))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  const [rarest = []] = lists
  let fieldsOf: Uint8Array | undefined
  for (const list of lists) fieldsOf = fieldsIn(list, fieldsOf, visible.length)
  const found: number[] = []
  let read = 0
  for (const postings of rarest) {
    for (const posting of postings) {
      const card = posting >>> CARD_SHIFT
      const isNear = visible[card] === 1 && (fieldsOf?.[card] ?? 0) > 0 && read++ < MOST_READ
      const words = isNear ? index.wordsOf(card) : undefined
      // Once for each card, though it may stand in both lists.
      if (fieldsOf) fieldsOf[card] = 0
      const fields = words ? fieldsWithin(index, words, { wanted, reach, inParts }) : 0
      if (fields !== 0) found.push(((card << CARD_SHIFT) | fields) >>> 0)
    }
  }
  return Uint32Array.from(found)
}

const lengthOf = (lists: readonly Postings[]): number => lists.reduce((sum, list) => sum + list.length, 0)
