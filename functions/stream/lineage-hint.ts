import { newWriteId } from '#functions/platform/ids.ts'
import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'

/** A card whose hint was cut off when it was made gets it still. */
export const lineageHint = async (store: Store, change: Change): Promise<void> => {
  if (change.kind !== 'initiative' || change.deleted) return
  const originId = change.content.origin?.initiativeId
  if (originId === undefined) return
  await store.initiatives.hintDerived(originId, change, newWriteId())
}
