import { stemOf } from './stem.ts'
import { fold } from './text.ts'

/** What is known of Danish words as such, whatever the cards say. */
export type Dictionary = {
  /** Stems of the words that can stand alone. */
  stems: ReadonlySet<string>
  /** The forms that words have at the beginning or in the middle of a compound ("fraværs"), and their stems. */
  joining: ReadonlyMap<string, string>
}

const FLAG = /^(?:COMPOUNDBEGIN|COMPOUNDMIDDLE)\s+(\S+)/gm
const SUFFIX = /^SFX\s+(\S+)\s+(\S+)\s+([^\s/]+)\/(\S+)\s+(\S+)/gm
/** Entries with capitals are names, which make no compounds here. */
const LEMMA = /^[a-zæøåéèêü]{2,}$/

type Suffix = { strip: string; add: string; condition: string; fits: RegExp }

/** The suffixes that make joining forms, by flag: how the affix file spells "fravær + s + samtale". */
const joiningSuffixes = (affixes: string): ReadonlyMap<string, readonly Suffix[]> => {
  const joins = new Set([...affixes.matchAll(FLAG)].map(([, flag]) => flag))
  const none = (text: string) => (text === '0' ? '' : text)
  const suffixes = new Map<string, Suffix[]>()
  for (const [, flag = '', strip = '', add = '', then = '', condition = ''] of affixes.matchAll(SUFFIX)) {
    if (!then.split(',').some(one => joins.has(one))) continue
    const suffix = { strip: none(strip), add: none(add), condition, fits: new RegExp(`${condition}$`) }
    const known = suffixes.get(flag) ?? []
    const isKnown = known.some(
      one => one.strip === suffix.strip && one.add === suffix.add && one.condition === condition,
    )
    if (!isKnown) suffixes.set(flag, [...known, suffix])
  }
  return suffixes
}

/** Reads a Hunspell dictionary: its lemmas, and how they join. */
export const readDictionary = (affixes: string, words: string): Dictionary => {
  const suffixes = joiningSuffixes(affixes)
  const stems = new Set<string>()
  const joining = new Map<string, string>()
  for (const line of words.split('\n')) {
    const slash = line.indexOf('/')
    const lemma = slash < 0 ? line.trimEnd() : line.slice(0, slash)
    if (!LEMMA.test(lemma)) continue
    const word = fold(lemma)
    const stem = stemOf(word)
    stems.add(stem)
    if (slash < 0) continue
    for (const flag of line
      .slice(slash + 1)
      .trimEnd()
      .split(',')) {
      for (const { strip, add, condition, fits } of suffixes.get(flag) ?? []) {
        if (condition !== '.' && !fits.test(lemma)) continue
        const form = fold(lemma.slice(0, lemma.length - strip.length) + add)
        if (!joining.has(form)) joining.set(form, stem)
      }
    }
  }
  return { stems, joining }
}

/** A dictionary as text that is read ten times as fast as Hunspell's: the stems, and the joining forms with theirs. */
export const packDictionary = ({ stems, joining }: Dictionary): string =>
  [[...stems], [...joining].flat()].map(words => words.join(' ')).join('\n')

export const unpackDictionary = (packed: string): Dictionary => {
  const [stems = [], pairs = []] = packed.split('\n').map(words => words.split(' '))
  const joining = new Map<string, string>()
  for (let at = 0; at < pairs.length; at += 2) joining.set(pairs[at] ?? '', pairs[at + 1] ?? '')
  return { stems: new Set(stems), joining }
}
