import { type Retention, retain } from '#functions/jobs/retention.ts'
import { sweepAgain } from '#functions/jobs/sweep.ts'
import type { Logger } from '#functions/platform/logger.ts'
import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'

const EVERY_MS = 1000
/** Read again each time: reactions do not mind, and a late item is not missed. */
const OVERLAP_MS = 5000
const SWEEP_EVERY_MS = 10 * 60_000
const RETAIN_EVERY_MS = 24 * 60 * 60_000

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/**
 * Stands in for the table's stream: reads what changed and hands it to the same reactions. It begins from the first
 * change at every start, which heals whatever an earlier end cut off.
 */
export const startPump = (
  store: Store,
  react: (change: Change) => Promise<void>,
  logger: Logger,
  retention?: Retention,
) => {
  const clock = store.table.clock
  let since = 0
  let sweptAt = clock()
  let retainedAt = 0
  let seen = new Map<string, number>()
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const turn = async (): Promise<void> => {
    const began = clock()
    const read = new Map<string, number>()
    let failed = 0
    for (const change of await store.changes.since(since)) {
      const key = `${change.pk} ${change.sk}`
      try {
        if (seen.get(key) !== change.version) await react(change)
        read.set(key, change.version)
      } catch (error) {
        // The others go on; this one is read again next time.
        failed++
        if (!stopped) logger.error('reaction_failed', { kind: change.kind, name: nameOf(error) })
      }
    }
    seen = read
    if (failed === 0) since = began - OVERLAP_MS
    if (began - sweptAt > SWEEP_EVERY_MS) {
      sweptAt = began
      await sweepAgain(store, began)
    }
    if (retention && began - retainedAt > RETAIN_EVERY_MS) {
      retainedAt = began
      await retain(store, began, retention)
    }
  }

  /** One turn at a time, asked for by the clock or by somebody who waits. */
  let running: Promise<void> = Promise.resolve()
  const next = (): Promise<void> => {
    const mine = running.then(turn)
    running = mine.catch(() => undefined)
    return mine
  }
  const again = async (): Promise<void> => {
    await next().catch((error: unknown) => {
      if (!stopped) logger.error('pump_failed', { name: nameOf(error) })
    })
    if (!stopped) timer = setTimeout(again, EVERY_MS)
  }
  void again()

  return {
    /** Resolves when everything written before the call has been reacted to. */
    flush: next,
    stop: async (): Promise<void> => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
