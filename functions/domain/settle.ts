import { setTimeout as wait } from 'node:timers/promises'
import type { Written } from '#functions/platform/portal-seen.ts'
import { PortalError } from '#functions/platform/problem.ts'

/** What an action leaves: its answer, and the items it wrote. */
export type Outcome<T> = { body: T; version?: number | undefined; wrote: Written[] }

/** Returned by an attempt that found somebody else's write in its way. */
export const LOST = Symbol('lost')

const TRIES = 10
const STEP_MS = 5

/** Those who lost at once would lose at once again: each waits a while of its own, longer each time. */
const waitAWhile = (round: number): Promise<void> => wait(Math.random() * STEP_MS * 2 ** Math.min(round, 6))

/** Tries again from a fresh read while others write the same item; gives up as `conflict`. */
export const settle = async <T>(attempt: () => Promise<T | typeof LOST>): Promise<T> => {
  for (let round = 0; round < TRIES; round++) {
    const result = await attempt()
    if (result !== LOST) return result
    await waitAWhile(round)
  }
  throw new PortalError('conflict')
}
