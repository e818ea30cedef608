import type { AskedWord } from './asked.ts'
import data from './data/synonyms.json' with { type: 'json' }
import { stemOf } from './stem.ts'
import { isStopWord, spellingOf, tokensOf } from './text.ts'

/** The stems of an expression's words. */
export type Expression = readonly string[]

const spellingsOf = (text: string): string[] => tokensOf(text).map(token => spellingOf(token.word))

/** Every expression with what else may be said for it, by its first stem. */
const known = new Map<string, { expression: Expression; others: readonly Expression[] }[]>()
for (const group of data) {
  for (const text of group) {
    // Where it is looked for, stop words are gone: what has one would then be half of itself.
    if (spellingsOf(text).some(isStopWord)) continue
    const expression = spellingsOf(text).map(stemOf)
    const [first = ''] = expression
    const others = group.filter(other => other !== text).map(other => spellingsOf(other).map(stemOf))
    known.set(first, [...(known.get(first) ?? []), { expression, others }])
  }
}

/** What else may be said for the words from `at` on, and how many words that covers. */
export const synonymsAt = (
  words: readonly AskedWord[],
  at: number,
): { covers: number; others: readonly Expression[] }[] =>
  (known.get(words[at]?.stem ?? '') ?? [])
    .filter(({ expression }) => expression.every((stem, i) => words[at + i]?.stem === stem))
    .map(({ expression, others }) => ({ covers: expression.length, others }))
