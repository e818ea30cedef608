import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'

/**
 * Reacts to everything once more, oldest first: heals what was set aside while a reaction could not do its work.
 * Throws at the end when some of it still fails, after all the rest was done.
 */
export const replay = async (store: Store, react: (change: Change) => Promise<void>): Promise<number> => {
  const changes = await store.changes.since(0)
  const failures: unknown[] = []
  for (const change of changes) await react(change).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} reactions failed`)
  return changes.length
}
