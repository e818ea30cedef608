import type { ModerationEntry } from '#functions/store/items.ts'
import type { ModerationAction } from '#shared/rules/vocabulary.ts'
import type { Act } from './actor.ts'
import { authorOf } from './names.ts'

const KEPT = 50

/** What was done to an item, kept on the item itself: the same write that does it tells it. */
export const recorded = (
  act: Act,
  at: string,
  action: ModerationAction,
  item: { moderation?: ModerationEntry[] | undefined },
  reason?: string,
): { moderation: ModerationEntry[] } => {
  const { unitId } = act.actor
  const entry = {
    at,
    action,
    ...(unitId === undefined ? {} : { by: authorOf(act.actor, unitId) }),
    ...(reason === undefined ? {} : { reason }),
  }
  return { moderation: [...(item.moderation ?? []), entry].slice(-KEPT) }
}
