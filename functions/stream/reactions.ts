import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { auditTrail } from './audit-trail.ts'
import { erasePerson } from './erase-person.ts'
import { lineageHint } from './lineage-hint.ts'
import { sweepCollection } from './sweep-collection.ts'

export type Reaction = (store: Store, change: Change) => Promise<void>

/** One file for each. A reaction looks at the new image only and writes under a key it derives, so that replay changes nothing. */
const REACTIONS: readonly Reaction[] = [lineageHint, sweepCollection, auditTrail, erasePerson]

export const createReactions =
  (store: Store) =>
  async (change: Change): Promise<void> => {
    for (const react of REACTIONS) await react(store, change)
  }
