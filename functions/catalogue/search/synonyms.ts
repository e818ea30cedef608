import type { Asked } from './asked.ts'
import data from './data/synonyms.json' with { type: 'json' }
import { stemOf } from './stem.ts'
import { isStopWord, spellingOf, tokensOf } from './text.ts'

/** The stems of an expression's words. */
export type Expression = readonly string[]

const spellingsOf = (text: string): string[] => tokensOf(text).map(token => spellingOf(token.word))

/** What may be said otherwise: its stems, and which of them is the first that is no stop word. */
type Known = { expression: Expression; first: number; covers: number; others: readonly Expression[] }

/** Every expression with what else may be said for it, by its first stem that is no stop word. */
const known = new Map<string, Known[]>()
for (const group of data) {
  for (const text of group) {
    const spellings = spellingsOf(text)
    const weighty = spellings.filter(spelling => !isStopWord(spelling))
    const [lead] = weighty
    if (lead === undefined) continue
    const others = group.filter(other => other !== text).map(other => spellingsOf(other).map(stemOf))
    const one = {
      expression: spellings.map(stemOf),
      first: spellings.indexOf(lead),
      covers: weighty.length,
      others,
    }
    known.set(stemOf(lead), [...(known.get(stemOf(lead)) ?? []), one])
  }
}

/** What else may be said for the weighty words from `at` on, and how many of them that covers. */
export const synonymsAt = (
  { words, stems }: Pick<Asked, 'words' | 'stems'>,
  at: number,
): { covers: number; others: readonly Expression[] }[] => {
  const { stem = '', place = 0 } = words[at] ?? {}
  return (known.get(stem) ?? []).filter(({ expression, first }) =>
    expression.every((one, i) => stems[place - first + i] === one),
  )
}
