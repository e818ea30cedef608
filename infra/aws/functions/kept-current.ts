import { isDeepStrictEqual } from 'node:util'
import type { Clock } from '#functions/platform/clock.ts'

type Options<Told, Made> = {
  read: () => Promise<Told>
  make: (told: Told) => Made
  clock: Clock
  everyMs: number
  onTrouble: (error: unknown) => void
}

/**
 * What is made of something that is read elsewhere: made when first asked for, and anew where it is told otherwise, which
 * is looked at now and then. Where it cannot be read or used again, what there is goes on.
 */
export const keptCurrent = <Told, Made>({ read, make, clock, everyMs, onTrouble }: Options<Told, Made>) => {
  let kept: { told: Told; made: Made } | undefined
  let lookedAt = 0
  let looking: Promise<{ told: Told; made: Made }> | undefined

  const look = async () => {
    const told = await read()
    return kept && isDeepStrictEqual(told, kept.told) ? kept : { told, made: make(told) }
  }

  return async (): Promise<Made> => {
    if (kept && clock() - lookedAt < everyMs) return kept.made
    looking ??= look()
      .catch((error: unknown) => {
        if (!kept) throw error
        onTrouble(error)
        return kept
      })
      .finally(() => {
        looking = undefined
      })
    kept = await looking
    lookedAt = clock()
    return kept.made
  }
}
