import type { Clock } from '#functions/platform/clock.ts'

export type SetClock = { now: Clock; advance: (ms: number) => void }

/** Time that stands still until a test moves it. */
export const setClock = (start = Date.parse('2026-11-24T09:00:00Z')): SetClock => {
  let at = start
  return {
    now: () => at,
    advance: ms => {
      at += ms
    },
  }
}

/** The clock of a machine that is `ms` ahead (behind, when negative). */
export const skewed =
  (clock: Clock, ms: number): Clock =>
  () =>
    clock() + ms
