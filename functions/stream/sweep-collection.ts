import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { initiativeIdOf } from '#functions/store/table.ts'

/** Removes all that hung on a card that was deleted for good. Nobody sees it already: this only gives the room back. */
export const sweepCollection = async (store: Store, change: Change): Promise<void> => {
  if (change.kind !== 'initiative' || !change.deleted) return
  const keys = await store.initiatives.childKeys(initiativeIdOf(change.pk))
  await Promise.all(keys.map(key => store.table.remove(key)))
}
