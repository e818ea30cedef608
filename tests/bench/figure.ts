/** How a figure is written: `times` is a ratio of two medians of one run. */
export type Unit = 'ms' | 'bytes' | 'count' | 'times' | 'points'

/** One thing measured, beside what it may be `atMost` or must be `atLeast`; without either it only informs. */
export type Figure = { what: string; value: number; unit: Unit; atMost?: number; atLeast?: number }

export type Measure = () => Promise<Figure[]>

/** How much of its limit a figure uses: above 1 it is over, whichever way the limit points. */
export const shareOfLimit = ({ value, atMost, atLeast }: Figure): number | undefined => {
  if (atMost !== undefined) return value === 0 ? 0 : value / atMost
  if (atLeast !== undefined) return atLeast / value
  return undefined
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

/** The value that `share` (0 to 1) of all are at or below. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN

/** How long something takes (ms). */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}
