import type { Store } from '#functions/store/store.ts'
import { sweepCollection } from '#functions/stream/sweep-collection.ts'

const MINUTE = 60_000
/** Old enough that no write that began before the deletion is still under way. */
const SETTLED = 10 * MINUTE
/** Run every ten minutes, it may fail four times in a row and still reach every card. */
const REACH = 60 * MINUTE

/** Sweeps cards that were deleted lately once more: a comment may have landed while the first sweep was under way. */
export const sweepAgain = async (store: Store, now: number): Promise<number> => {
  const changes = await store.changes.since(now - REACH)
  const settled = changes.filter(
    ({ kind, deleted, changedAt }) => kind === 'initiative' && deleted && changedAt <= now - SETTLED,
  )
  for (const change of settled) await sweepCollection(store, change)
  return settled.length
}
