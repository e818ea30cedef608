import { newWriteId } from '#functions/platform/ids.ts'
import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { initiativeIdOf } from '#functions/store/table.ts'

const targetOf = (change: Change) => {
  if (change.kind === 'person' || change.kind === 'reaction' || change.kind === 'spotlight') return undefined
  return {
    initiativeId: initiativeIdOf(change.pk),
    ...(change.kind === 'comment' ? { commentId: change.id } : {}),
    ...(change.kind === 'adoption' ? { unitId: change.unitId } : {}),
  }
}

/** What moderators did to an item, told in one place where moderators read it. The truth is on the item. */
export const auditTrail = async (store: Store, change: Change): Promise<void> => {
  if (!('moderation' in change)) return
  const target = targetOf(change)
  for (const entry of change.moderation ?? []) {
    const told = {
      ...entry,
      ...(target ? { target } : {}),
      ...('author' in change ? { whose: change.author } : {}),
      ...(change.kind === 'person' ? { personId: change.id } : {}),
    }
    // There already: told before.
    await store.moderation.record(told, `${change.pk}/${change.sk}`, newWriteId())
  }
}
