import { newWriteId } from '#functions/platform/ids.ts'
import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { initiativeIdOf, keys } from '#functions/store/table.ts'

/** Tells a card which cards were made from it. Only a hint: the truth is `origin` on the derived card. */
export const lineageHint = async (store: Store, change: Change): Promise<void> => {
  if (change.kind !== 'initiative' || change.deleted) return
  const originId = change.content.origin?.initiativeId
  if (originId === undefined) return
  const derivedId = initiativeIdOf(change.pk)
  const hint = {
    ...keys.lineage(originId, derivedId),
    kind: 'lineage' as const,
    derivedId,
    unitId: change.unitId,
  }
  // There already: told before.
  await store.table.write(hint, { seen: undefined, writeId: newWriteId() })
}
