import { type Part, partsOf } from './compounds.ts'
import type { Dictionary } from './dictionary.ts'
import { stemOf } from './stem.ts'
import { isStopWord, piecesOf, spellingOf } from './text.ts'

/** A spelling, and what it says. */
export type Word = {
  id: number
  spelling: string
  /** Number of the stem it shares with its other forms. */
  stem: number
  /** Stems of its parts, and of those that stand together (sygefravær in sygefraværssamtale). */
  parts: readonly number[]
  isStop: boolean
}

const BEGINNING = 2

/** Which letters a spelling has, a bit for each: two words that differ in many cannot be near each other. */
export const lettersOf = (spelling: string): number => {
  let letters = 0
  for (let i = 0; i < spelling.length; i++) letters |= 1 << (spelling.charCodeAt(i) % 32)
  return letters
}

/** Keeps the place of a word among the numbers; no word has such a letter. */
const FORGOTTEN = '#'
const forgotten = (id: number): string => `${FORGOTTEN}${id}`
const isForgotten = (spelling: string): boolean => spelling.startsWith(FORGOTTEN)

/** The stem of what stands between two parts. */
const together = (spelling: string, parts: readonly Part[]): string[] =>
  parts.flatMap((first, i) =>
    parts.slice(i).flatMap((last, more) => {
      if (more === 0) return [first.stem]
      const isAll = first.from === 0 && last.to === spelling.length
      return isAll ? [] : [stemOf(withoutLink(spelling.slice(first.from, last.to), last.stem))]
    }),
  )

/** "sygefraværs" is "sygefravær" that something follows: the last part's stem tells whether the s is its own. */
const withoutLink = (form: string, lastStem: string): string =>
  form.endsWith('s') && !lastStem.endsWith('s') ? form.slice(0, -1) : form

/** Stems of a word's parts, and of those that stand together: what it is found by besides itself. */
export const partStems = (surface: string, spelling: string, dictionary: Dictionary): string[] => {
  const pieces = piecesOf(surface)
  if (pieces.length < 2) return together(spelling, partsOf(spelling, dictionary))
  return pieces.flatMap(piece => [stemOf(piece), ...together(piece, partsOf(piece, dictionary))])
}

/**
 * Every spelling that was ever met, numbered. It only grows, and what a word says depends on the word alone: so all
 * snapshots share one, and the order in which cards came makes no difference.
 */
export class Lexicon {
  readonly dictionary: () => Dictionary
  readonly words: Word[] = []
  readonly stems: string[] = []
  /** What `lettersOf` tells of each word and each stem, side by side: all of them are looked through for a misspelling. */
  readonly letters: number[] = []
  readonly stemLetters: number[] = []
  private readonly bySurface = new Map<string, Word>()
  private readonly bySpelling = new Map<string, Word>()
  private readonly stemIds = new Map<string, number>()
  /** By stem: the words that have it, and those that have it as a part. */
  private readonly having: (Word[] | undefined)[] = []
  private readonly havingPart: (Word[] | undefined)[] = []
  private readonly byBeginning = new Map<string, Word[]>()
  private readonly partsByBeginning = new Map<string, number[]>()

  constructor(dictionary: () => Dictionary) {
    this.dictionary = dictionary
  }

  /** The word as written in a card. */
  wordOf(surface: string): Word {
    const known = this.bySurface.get(surface)
    if (known) return known
    const spelling = spellingOf(surface)
    const word =
      this.bySpelling.get(spelling) ??
      this.add(spelling, stemOf(spelling), partStems(surface, spelling, this.dictionary()))
    this.bySurface.set(surface, word)
    return word
  }

  /** The number of a stem, if any word has it. */
  stemId(stem: string): number | undefined {
    return this.stemIds.get(stem)
  }

  /** The forms of a word. */
  wordsWith(stem: number): readonly Word[] {
    return this.having[stem] ?? []
  }

  /** The compounds that have it in them. */
  wordsWithPart(stem: number): readonly Word[] {
    return this.havingPart[stem] ?? []
  }

  /** All words that begin so; `prefix` has at least two characters. */
  beginningWith(prefix: string): Word[] {
    const near = this.byBeginning.get(prefix.slice(0, BEGINNING)) ?? []
    return near.filter(word => word.spelling.startsWith(prefix))
  }

  /** Stems of parts of words that begin so. */
  partsBeginningWith(prefix: string): number[] {
    const near = this.partsByBeginning.get(prefix.slice(0, BEGINNING)) ?? []
    return near.filter(stem => this.stems[stem]?.startsWith(prefix))
  }

  /** Everything it knows by number, but for words that are none of `used`: what no card says any more is told to nobody. */
  dump(used: ReadonlySet<number>) {
    const words = this.words.filter(({ id }) => used.has(id))
    const stems = new Set(words.flatMap(({ stem, parts }) => [stem, ...parts]))
    return {
      stems: this.stems.map((stem, id) => (stems.has(id) ? stem : forgotten(id))),
      words: this.words.map(({ id, spelling, stem, parts }): [string, number, number[]] =>
        used.has(id) ? [spelling, stem, [...parts]] : [forgotten(id), stem, []],
      ),
    }
  }

  /** Words of which everything is known already, where there were none. */
  restore(stems: readonly string[], words: readonly (readonly [string, number, readonly number[]])[]): void {
    for (const stem of stems) this.number(stem)
    for (const [spelling, stem, parts] of words) this.put(spelling, stem, parts)
  }

  private add(spelling: string, stem: string, parts: readonly string[]): Word {
    return this.put(
      spelling,
      this.number(stem),
      [...new Set(parts)].map(part => this.number(part)),
    )
  }

  private put(spelling: string, stem: number, parts: readonly number[]): Word {
    const word: Word = { id: this.words.length + 1, spelling, stem, parts, isStop: isStopWord(spelling) }
    this.words.push(word)
    this.letters.push(lettersOf(spelling))
    if (isForgotten(spelling)) return word
    this.bySpelling.set(spelling, word)
    addTo(this.having, stem, word)
    putUnder(this.byBeginning, spelling, word)
    for (const part of parts) {
      if (!this.havingPart[part]) putUnder(this.partsByBeginning, this.stems[part] ?? '', part)
      addTo(this.havingPart, part, word)
    }
    return word
  }

  private number(stem: string): number {
    const known = this.stemIds.get(stem)
    if (known !== undefined) return known
    const id = this.stems.length
    this.stems.push(stem)
    this.stemLetters.push(lettersOf(stem))
    this.having.push(undefined)
    this.havingPart.push(undefined)
    this.stemIds.set(stem, id)
    return id
  }
}

const addTo = <T>(lists: (T[] | undefined)[], at: number, value: T): void => {
  const list = lists[at]
  if (list) list.push(value)
  else lists[at] = [value]
}

const putUnder = <T>(lists: Map<string, T[]>, spelling: string, value: T): void => {
  const beginning = spelling.slice(0, BEGINNING)
  const list = lists.get(beginning)
  if (list) list.push(value)
  else lists.set(beginning, [value])
}
