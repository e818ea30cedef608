import rules from './data/compounds.json' with { type: 'json' }
import type { Dictionary } from './dictionary.ts'
import { stemOf } from './stem.ts'

/** A part of a word: where it stands, and its stem. */
export type Part = { from: number; to: number; stem: string }

const SHORTEST = 3
const LONGEST = 48
/** Shorter parts are not cut again. */
const SIMPLE = 7
const AFTER_PREFIX = 9
/** A part that no dictionary knows must look like a word, and stand beside one that is known. */
const UNKNOWN = /^(?=.*[aeiouyæøå])(?=.*[^aeiouyæøå])[a-zæøå]{4,}$/
const BESIDE_UNKNOWN = 5

const SHORT_FIRST: ReadonlySet<string> = new Set(rules.shortFirst)
const ALSO_FIRST: ReadonlySet<string> = new Set(rules.alsoFirst)
const SHORT_LAST: ReadonlySet<string> = new Set(rules.shortLast.map(stemOf))
const NEVER: ReadonlySet<string> = new Set(rules.neverParts)
const NEVER_LAST: ReadonlySet<string> = new Set(rules.neverLast.map(stemOf))
const NOT_COMPOUNDS: ReadonlySet<string> = new Set(rules.notCompounds)

const joins = (form: string, { joining }: Dictionary): string | undefined => {
  if (NEVER.has(form) || (form.length < SHORTEST && !SHORT_FIRST.has(form))) return undefined
  return ALSO_FIRST.has(form) || SHORT_FIRST.has(form) ? stemOf(form) : joining.get(form)
}

const ends = (form: string, { stems }: Dictionary): string | undefined => {
  if (form.length < SHORTEST || NEVER.has(form)) return undefined
  const stem = stemOf(form)
  if (NEVER_LAST.has(stem) || !stems.has(stem)) return undefined
  return form.length > SHORTEST || SHORT_LAST.has(stem) ? stem : undefined
}

type Ending = (form: string, dictionary: Dictionary) => string | undefined

/** The fewest parts that make the word; among those, the longest first one. `last` tells what may end it. */
const cut = (word: string, dictionary: Dictionary, last: Ending): Part[] => {
  const begun: (Part[] | undefined)[] = [[]]
  for (let to = 1; to < word.length; to++) {
    for (let from = 0; from < to; from++) {
      const before = begun[from]
      if (!before || before.length + 1 > (begun[to]?.length ?? 9)) continue
      const stem = joins(word.slice(from, to), dictionary)
      if (stem !== undefined) begun[to] = [...before, { from, to, stem }]
    }
  }
  let found: Part[] = []
  for (let from = 1; from <= word.length - SHORTEST; from++) {
    const before = begun[from]
    if (!before || (found.length > 0 && before.length + 1 > found.length)) continue
    const stem = last(word.slice(from), dictionary)
    if (stem !== undefined) found = [...before, { from, to: word.length, stem }]
  }
  return found
}

/** Parts that are compounds themselves, in their parts: sygefraværs-samtale is syge-fraværs-samtale. */
const deepened = (word: string, parts: readonly Part[], dictionary: Dictionary): Part[] =>
  parts.flatMap(part => {
    const form = word.slice(part.from, part.to)
    if (form.length <= SIMPLE) return [part]
    const inner = cut(form, dictionary, part.to === word.length ? ends : joins)
    return inner.length < 2
      ? [part]
      : inner.map(({ from, to, stem }) => ({ from: from + part.from, to: to + part.from, stem }))
  })

/** A part that the dictionary knows, beside one of which it never heard ("triagetavle"). */
const halfKnown = (word: string, dictionary: Dictionary): Part[] => {
  for (let at = 4; at <= word.length - 4; at++) {
    const [first, last] = [word.slice(0, at), word.slice(at)]
    const begin = first.length >= BESIDE_UNKNOWN ? joins(first, dictionary) : undefined
    const end = last.length >= BESIDE_UNKNOWN ? ends(last, dictionary) : undefined
    if ((begin === undefined) === (end === undefined)) continue
    if (!UNKNOWN.test(begin === undefined ? first : last)) continue
    return [
      { from: 0, to: at, stem: begin ?? stemOf(first) },
      { from: at, to: word.length, stem: end ?? stemOf(last) },
    ]
  }
  return []
}

/** "af-bureaukratisering" is about bureaucracy; nobody looks for "af". */
const afterPrefix = (word: string, { stems }: Dictionary): Part[] => {
  for (const prefix of rules.prefixes) {
    const rest = word.slice(prefix.length)
    if (rest.length < AFTER_PREFIX || !word.startsWith(prefix)) continue
    const stem = stemOf(rest)
    if (stems.has(stem)) return [{ from: prefix.length, to: word.length, stem }]
  }
  return []
}

/** An ending is no part: "borg-ere" is one word. */
const isWithin = (parts: readonly Part[], stem: string): boolean =>
  (parts.at(-1)?.from ?? 0) <= stem.length - SHORTEST

/** Few letters on both sides are chance, unless the dictionary says nothing of the whole. */
const isLikely = (parts: readonly Part[], isWord: boolean): boolean => {
  const short = parts.filter(part => part.to - part.from <= SHORTEST).length
  return isWord ? short < 2 : short === 0 || parts.length === 2
}

const canBeCut = (word: string): boolean =>
  word.length >= 5 && word.length <= LONGEST && /^[a-zæøå]+$/.test(word)

/** The parts of a compound of words that the dictionary knows, spelled as by `fold`. */
export const knownParts = (word: string, dictionary: Dictionary): readonly Part[] => {
  const stem = stemOf(word)
  if (!canBeCut(word) || NOT_COMPOUNDS.has(stem)) return []
  const parts = cut(word, dictionary, ends)
  const isCompound = isWithin(parts, stem) && isLikely(parts, dictionary.stems.has(stem))
  return isCompound ? deepened(word, parts, dictionary) : []
}

/** What a word is found by besides itself: its known parts, else what can be made of it. The same whatever the cards say. */
export const partsOf = (word: string, dictionary: Dictionary): readonly Part[] => {
  const parts = knownParts(word, dictionary)
  const stem = stemOf(word)
  if (parts.length > 0 || !canBeCut(word) || NOT_COMPOUNDS.has(stem)) return parts
  const isWord = dictionary.stems.has(stem)
  const prefixed = afterPrefix(word, dictionary)
  if (prefixed.length > 0 || isWord) return prefixed
  const half = halfKnown(word, dictionary)
  return isWithin(half, stem) ? half : []
}
