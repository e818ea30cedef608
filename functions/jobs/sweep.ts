import type { Store } from '#functions/store/store.ts'
import { sweepCollection } from '#functions/stream/sweep-collection.ts'

const MINUTE = 60_000

/** Sweeps cards deleted 10 to 30 minutes ago once more: a comment may have landed while the first sweep was under way. */
export const sweepAgain = async (store: Store, now: number): Promise<number> => {
  const changes = await store.changes.since(now - 30 * MINUTE)
  const deleted = changes.filter(({ kind, deleted, changedAt }) => kind === 'initiative' && deleted && changedAt <= now - 10 * MINUTE)
  for (const change of deleted) await sweepCollection(store, change)
  return deleted.length
}
