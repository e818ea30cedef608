import type { Logger } from '#functions/platform/logger.ts'
import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { sweepAgain } from '#functions/jobs/sweep.ts'

const EVERY_MS = 500
/** Read again each time: reactions do not mind, and a late item is not missed. */
const OVERLAP_MS = 5000
const SWEEP_EVERY_MS = 10 * 60_000

/** Stands in for the table's stream: reads what changed and hands it to the same reactions. */
export const startPump = (store: Store, react: (change: Change) => Promise<void>, logger: Logger) => {
  let since = 0
  let sweptAt = Date.now()
  let seen = new Map<string, number>()
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const turn = async (): Promise<void> => {
    const began = Date.now()
    const changes = await store.changes.since(since)
    const read = new Map(changes.map(({ pk, sk, version }) => [`${pk} ${sk}`, version]))
    for (const change of changes) {
      if (seen.get(`${change.pk} ${change.sk}`) !== change.version) await react(change)
    }
    seen = read
    since = began - OVERLAP_MS
    if (began - sweptAt > SWEEP_EVERY_MS) {
      sweptAt = began
      await sweepAgain(store, began)
    }
  }

  let running: Promise<void> = Promise.resolve()
  const again = (): void => {
    running = turn()
      .catch((error: unknown) => {
        if (!stopped) logger.error('pump_failed', { name: error instanceof Error ? error.name : 'unknown' })
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(again, EVERY_MS)
      })
  }
  again()

  return {
    /** Resolves when everything written before the call has been reacted to. */
    flush: async () => {
      await running
      await turn()
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
