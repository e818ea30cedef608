import type { Placed, Summary } from './replica/snapshot.ts'

const TOP = 1e5
const STEPS = 1e4
const DIGITS = 10

/** The better the score, the lower. */
const rankOf = (score: number): number => Math.max(0, Math.round((TOP - score) * STEPS))

type Ranked = { rank: number; id: string }

const isBefore = (one: Ranked, other: Ranked): boolean =>
  one.rank === other.rank ? one.id < other.id : one.rank < other.rank

/** Ascending keys put the best first; those that are as good stand by their ids. */
const keyOf = ({ rank, id }: Ranked): string => `${String(rank).padStart(DIGITS, '0')}${id}`

const readKey = (key: string): Ranked => ({ rank: Number(key.slice(0, DIGITS)), id: key.slice(DIGITS) })

/** The best `most` cards after a key, of many: what cannot be among them costs one comparison. */
export const bestAfter = (
  numbers: readonly number[],
  scores: Float64Array,
  cardOf: (number: number) => Summary | undefined,
  { after, most }: { after: string; most: number },
): Placed[] => {
  const best: (Ranked & { summary: Summary })[] = []
  const start = after === '' ? undefined : readKey(after)
  let last: Ranked | undefined
  for (const number of numbers) {
    const rank = rankOf(scores[number] ?? 0)
    if (last && rank > last.rank) continue
    const summary = cardOf(number)
    if (!summary) continue
    const one = { rank, id: summary.item.id, summary }
    if ((last && isBefore(last, one)) || (start && !isBefore(start, one))) continue
    best.splice(best.findLastIndex(other => isBefore(other, one)) + 1, 0, one)
    if (best.length > most) best.pop()
    if (best.length === most) last = best.at(-1)
  }
  return best.map(one => ({ key: keyOf(one), summary: one.summary }))
}
