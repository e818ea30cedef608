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

const NONE: Postings = new Uint32Array(0)

/** By card, the fields in which any of these stand, of the cards and fields that `among` has. */
const fieldsIn = (
  lists: readonly Postings[],
  visible: Uint8Array,
  among?: ReadonlyMap<number, number>,
): Map<number, number> => {
  const fieldsOf = new Map<number, number>()
  for (const postings of lists) {
    for (const posting of postings) {
      const card = posting >>> CARD_SHIFT
      if (visible[card] !== 1) continue
      const fields = (among ? (among.get(card) ?? 0) : MASK) & posting
      if (fields !== 0) fieldsOf.set(card, (fieldsOf.get(card) ?? 0) | fields)
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
  let fieldsOf: Map<number, number> | undefined
  for (const list of lists) fieldsOf = fieldsIn(list, visible, fieldsOf)
  if (!fieldsOf || fieldsOf.size === 0) return NONE
  return postingsOf(
    new Map(
      [...fieldsOf.keys()].map(card => {
        const words = index.wordsOf(card)
        return [card, words ? fieldsWithin(index, words, { wanted, reach, inParts }) : 0]
      }),
    ),
  )
}

const lengthOf = (lists: readonly Postings[]): number => lists.reduce((sum, list) => sum + list.length, 0)
const postingsOf = (fieldsOf: ReadonlyMap<number, number>): Postings =>
  Uint32Array.from(
    [...fieldsOf]
      .filter(([, fields]) => fields !== 0)
      .map(([card, fields]) => ((card << CARD_SHIFT) | fields) >>> 0),
  )
