import type { Placed, Summary } from './replica/snapshot.ts'

const TOP = 1e5
const STEPS = 1e4

/** Ascending keys put the best first; those that are as good stand by their ids. */
const keyOf = (score: number, id: string): string =>
  `${String(Math.max(0, Math.round((TOP - score) * STEPS))).padStart(10, '0')}${id}`

/** The best `most` cards after a key, of many: what cannot be among them costs one comparison. */
export const bestAfter = (
  cards: readonly Summary[],
  scoreOf: (summary: Summary) => number,
  after: string,
  most: number,
): Placed[] => {
  const best: Placed[] = []
  let least = Number.NEGATIVE_INFINITY
  for (const summary of cards) {
    const score = scoreOf(summary)
    if (best.length >= most && score < least) continue
    const key = keyOf(score, summary.item.id)
    if (key <= after) continue
    const at = best.findLastIndex(one => one.key < key) + 1
    best.splice(at, 0, { key, summary })
    if (best.length > most) best.pop()
    const last = best.at(-1)
    least = last ? scoreOf(last.summary) - 1 / STEPS : least
  }
  return best
}
