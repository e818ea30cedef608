import { type Lexicon, lettersOf, type Word } from './lexicon.ts'

/** How many typing errors a word of that many letters may have. */
export const errorsAllowed = (letters: number): 0 | 1 | 2 => (letters >= 9 ? 2 : letters >= 5 ? 1 : 0)

const WORD = /^[a-zæøå]+$/

/** Longer words are not compared: nobody mistypes them by two letters only. */
const LONGEST = 47
const rows = [new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1), new Uint8Array(LONGEST + 1)] as const

/**
 * Typing errors between two words: a letter too many, too few, another one, or two that changed places (optimal string
 * alignment). Anything above `most` is told as `most + 1`.
 */
export const errorsBetween = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST || b.length > LONGEST) return most + 1
  let [older, above, row] = rows
  for (let j = 0; j <= b.length; j++) above[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    row[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      const changed = (above[j - 1] ?? 0) + (letter === other ? 0 : 1)
      let errors = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed)
      const isSwapped =
        i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other && letter !== other
      if (isSwapped) errors = Math.min(errors, (older[j - 2] ?? 0) + 1)
      row[j] = errors
      if (errors < least) least = errors
    }
    if (least > most) return most + 1
    ;[older, above, row] = [above, row, older]
  }
  return above[b.length] ?? most + 1
}

/** How many bits are set (Hacker's Delight, 5-1). */
const bits = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Where in `all` the sets of letters are that differ from these in at most so many. */
const likeLetters = (letters: number, all: readonly number[], most: number): number[] => {
  const like: number[] = []
  for (let at = 0; at < all.length; at++) if (bits(letters ^ (all[at] ?? 0)) <= most) like.push(at)
  return like
}

/** `errors` as it is spelled, or in its stem when there are fewer; `spelled` as it is spelled. */
export type Near = { word: Word; errors: number; spelled: number }

const SHORTEST = 4
/** Endings that stems leave out make a form longer. */
const ENDING = 4

/** Stems at most so far from one, and how far: one error changes two letters at most. */
const nearStems = (stem: string, most: number, lexicon: Lexicon): ReadonlyMap<number, number> => {
  const near = new Map<number, number>()
  if (most === 0) return near
  for (const id of likeLetters(lettersOf(stem), lexicon.stemLetters, 2 * most)) {
    const other = lexicon.stems[id] ?? ''
    const errors = errorsAllowed(other.length) > 0 ? errorsBetween(stem, other, most) : most + 1
    if (errors <= most) near.set(id, errors)
  }
  return near
}

const canBeMeant = ({ isStop, spelling }: Word): boolean =>
  !isStop && spelling.length >= SHORTEST && WORD.test(spelling)

/** The words of the cards that somebody may have meant who wrote this, by their spelling or by their stem. */
export const nearWords = (spelling: string, stem: string, lexicon: Lexicon): Near[] => {
  const most = errorsAllowed(spelling.length)
  if (most === 0 || !WORD.test(spelling)) return []
  const stems = nearStems(stem, Math.min(most, errorsAllowed(stem.length)), lexicon)
  const spelledLike = likeLetters(lettersOf(spelling), lexicon.letters, 2 * most).flatMap(
    at => lexicon.words[at] ?? [],
  )
  const formsOfLike = [...stems.keys()].flatMap(id => lexicon.wordsWith(id))
  return [...new Set([...spelledLike, ...formsOfLike])].flatMap((word): Near[] => {
    const isFar = Math.abs(word.spelling.length - spelling.length) > most + ENDING
    if (isFar || !canBeMeant(word)) return []
    const spelled = errorsBetween(spelling, word.spelling, most)
    const errors = Math.min(spelled, stems.get(word.stem) ?? most + 1)
    return errors > most ? [] : [{ word, errors, spelled }]
  })
}
