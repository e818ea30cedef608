import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { initiativeIdOf } from '#functions/store/table.ts'

/** At once: few enough that a long talk does not throttle what people wait for. */
const AT_ONCE = 25

/**
 * Removes all that hung on a card that was deleted for good. Nobody sees it already: this only gives the room back.
 * A tombstone is never undone, so that a late or repeated image does no harm.
 */
export const sweepCollection = async (store: Store, change: Change): Promise<void> => {
  if (change.kind !== 'initiative' || !change.deleted) return
  const keys = await store.initiatives.childKeys(initiativeIdOf(change.pk))
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    await Promise.all(keys.slice(from, from + AT_ONCE).map(key => store.table.remove(key)))
  }
}
