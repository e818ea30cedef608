import { stemmer } from '@orama/stemmers/danish'
import irregular from './data/irregular.json' with { type: 'json' }
import irregularEnds from './data/irregular-ends.json' with { type: 'json' }
import wholeEnds from './data/whole-ends.json' with { type: 'json' }

/** Longer than any word of a language: such a thing is found as it stands, or not. */
const LONGEST = 48
const WORD = /^[a-zæøå]+$/
const VOWEL = /[aeiouyæøå]/
const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries(irregular))

/** What the last word of a compound becomes: "spædbørn" and "spædbarn". */
const IRREGULAR_ENDS: ReadonlyMap<string, string> = new Map(Object.entries(irregularEnds))
const IRREGULAR_END = new RegExp(`(?<=.{3})(?:${[...IRREGULAR_ENDS.keys()].join('|')})$`)

/** Ends of words that look like an ending: a "billet" is no form of "bil". */
const WHOLE = new RegExp(`^(.*(?:${wholeEnds.join('|')}))(?:t?(?:en|et|er|erne)|e)?s?$`)

/** What makes one word of another, with the least that must be left of it. */
const DERIVATIONS: readonly (readonly [RegExp, number])[] = [
  [/iser(?:ing)?$/, 6],
  [/er(?:ing)?$/, 4],
  [/at(?:ion|or)$/, 5],
  [/n?ing$/, 5],
  [/is$/, 6],
  [/i$/, 7],
]

/** "visitering", "visitere" and "visitation"; "bureaukrati" and "bureaukratisering". */
const derived = (stem: string): string => {
  for (const [ending, least] of DERIVATIONS) {
    const rest = stem.replace(ending, '')
    if (rest !== stem && rest.length >= least && VOWEL.test(rest)) return rest
  }
  return stem
}

/** "regel" and "regler", "middel" and "midler". */
const withoutE = (stem: string): string => stem.replace(/([^aeiouyæøå])\1?e(l)$/, '$1$2')

/** What the stemmer cuts too short: "godkende" as if it were "godk-ende", "rettede" another way than "rettet". */
const prepared = (word: string): string =>
  word.length < 7 ? word : word.replace(/(kend|vend|send|bind|find)e[rs]?$/, '$1').replace(/ede$/, 'et')

/** "digitalt", "aktivt". */
const withoutT = (stem: string): string => stem.replace(/(al|iv|bar)t$/, '$1')

const undoubled = (stem: string): string => stem.replace(/([^aeiouyæøå])\1$/, '$1')

/** What the forms of a word have in common (Snowball's Danish stemmer, then derivations and irregular forms). */
export const stemOf = (word: string): string => {
  if (word.length > LONGEST || !WORD.test(word)) return word
  const known = IRREGULAR.get(word)
  if (known !== undefined) return known
  const whole = WHOLE.exec(word)?.[1]
  if (whole !== undefined) return whole
  const stem = stemmer(prepared(word))
  if (IRREGULAR_END.test(stem)) return stem.replace(IRREGULAR_END, end => IRREGULAR_ENDS.get(end) ?? end)
  return IRREGULAR.get(stem) ?? undoubled(withoutE(withoutT(derived(stem))))
}
