import { type Lexicon, lettersOf, type Word } from './lexicon.ts'

/** How many typing errors a word of that many letters may have. */
export const errorsAllowed = (letters: number): 0 | 1 | 2 => (letters >= 9 ? 2 : letters >= 5 ? 1 : 0)

const WORD = /^[a-zæøå]+$/

/**
 * Typing errors between two words: a letter too many, too few, another one, or two that changed places (optimal string
 * alignment). Anything above `most` is told as `most + 1`.
 */
export const errorsBetween = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let older: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      let errors = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + same)
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (swapped) errors = Math.min(errors, at(older, j - 2) + 1)
      row.push(errors)
      least = Math.min(least, errors)
    }
    if (least > most) return most + 1
    older = above
    above = row
  }
  return at(above, b.length)
}

const at = (row: readonly number[], i: number): number => row[i] ?? Number.POSITIVE_INFINITY

const bits = (word: number): number => {
  let rest = word
  let count = 0
  for (; rest !== 0; count++) rest &= rest - 1
  return count
}

/** `errors` as it is spelled, or in its stem when there are fewer; `spelled` as it is spelled. */
export type Near = { word: Word; errors: number; spelled: number }

const SHORTEST = 4
/** Endings that stems leave out make a form longer, and give it other letters. */
const ENDING = 4

/** The words of the cards that somebody may have meant who wrote this, by their spelling or by their stem. */
export const nearWords = (spelling: string, stem: string, lexicon: Lexicon): Near[] => {
  const most = errorsAllowed(spelling.length)
  if (most === 0 || !WORD.test(spelling)) return []
  const mostInStem = Math.min(most, errorsAllowed(stem.length))
  const letters = lettersOf(spelling)
  return lexicon.words.flatMap(word => {
    const isFar =
      word.spelling.length < SHORTEST ||
      Math.abs(word.spelling.length - spelling.length) > most + ENDING ||
      bits(letters ^ word.letters) > 2 * most + ENDING
    if (isFar || word.isStop || !WORD.test(word.spelling)) return []
    const whole = errorsBetween(spelling, word.spelling, most)
    const inStem =
      mostInStem === 0 ? most + 1 : errorsBetween(stem, lexicon.stems[word.stem] ?? '', mostInStem)
    const errors = Math.min(whole, inStem > mostInStem ? most + 1 : inStem)
    return errors <= most ? [{ word, errors, spelled: whole }] : []
  })
}
