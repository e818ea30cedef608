import { CARD_SHIFT, FIELD, MASK, type Postings, type SearchIndex, type Words } from './search-index.ts'

/** By the number of a word: a bit for each stem that it says, and `WHOLE` where one of them is its own. */
type Says = Uint8Array
const WHOLE = 1 << 7
const MOST_STEMS = 7

const saysOf = ({ lexicon }: SearchIndex, wanted: readonly number[], inParts: boolean): Says => {
  const says = new Uint8Array(lexicon.words.length + 1)
  wanted.forEach((stem, i) => {
    for (const { id } of lexicon.wordsWith(stem)) says[id] = (says[id] ?? 0) | (1 << i) | WHOLE
    if (!inParts) return
    for (const { id } of lexicon.wordsWithPart(stem)) says[id] = (says[id] ?? 0) | (1 << i)
  })
  return says
}

type Wanted = { says: Says; stems: number; reach: number; among: number }

/**
 * The fields of a card, as bits of those `among` which it may be, in which all the stems stand with at most `reach`
 * words from the first to the last, each as another word. At least one must be a word of its own: two compounds with one
 * half each say something else.
 */
const fieldsWithin = (words: Words, { says, stems, reach, among }: Wanted): number => {
  const last = new Int32Array(stems)
  let fields = 0
  let field = 0
  let whole = NEVER
  for (let at = 0; at < words.length; at++) {
    const id = words[at] ?? 0
    if (id >= FIELD || id === 0) {
      if (id >= FIELD) field = (1 << (id - FIELD)) & among
      last.fill(NEVER)
      whole = NEVER
      continue
    }
    const said = field === 0 ? 0 : (says[id] ?? 0)
    if (said === 0) continue
    if (said & WHOLE) whole = at
    let first = whole
    for (let i = 0; i < stems; i++) {
      if (said & (1 << i)) last[i] = at
      first = Math.min(first, last[i] ?? NEVER)
    }
    if (at - first < reach && new Set(last).size === stems) fields |= field
  }
  return fields
}
const NEVER = -1e9

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
  if (wanted.length < stems.length || wanted.length > MOST_STEMS || only === undefined) return NONE
  if (wanted.length === 1 && !inParts) return index.whole(only)
  const lists = wanted
    .map(stem => (inParts ? [index.whole(stem), index.part(stem)] : [index.whole(stem)]))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  const [rarest = []] = lists
  const wholes = wanted.map(stem => index.whole(stem))
  const says = saysOf(index, wanted, inParts)
  let fieldsOf: Uint8Array | undefined
  for (const list of [...lists, wholes]) fieldsOf = fieldsIn(list, fieldsOf, visible.length)
  const found: number[] = []
  let read = 0
  for (const postings of rarest) {
    for (const posting of postings) {
      const card = posting >>> CARD_SHIFT
      const among = fieldsOf?.[card] ?? 0
      const isNear = visible[card] === 1 && among > 0 && read++ < MOST_READ
      const words = isNear ? index.wordsOf(card) : undefined
      // Once for each card, though it may stand in both lists.
      if (fieldsOf) fieldsOf[card] = 0
      const fields = words ? fieldsWithin(words, { says, stems: wanted.length, reach, among }) : 0
      if (fields !== 0) found.push(((card << CARD_SHIFT) | fields) >>> 0)
    }
  }
  return Uint32Array.from(found)
}

const lengthOf = (lists: readonly Postings[]): number => lists.reduce((sum, list) => sum + list.length, 0)
