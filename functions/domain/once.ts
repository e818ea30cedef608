import { PortalError } from '#functions/platform/problem.ts'
import type { RetryScope } from '#functions/store/idempotency.ts'
import type { Key } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import type { Deps } from './actor.ts'

/** The id and time that a POST has, however often it is sent. */
export type Slot = { id: string; at: number; seenBefore: boolean }

export const reservationKeys = ({ store }: Deps, scope: RetryScope | undefined): Key[] =>
  scope === undefined ? [] : [store.idempotency.keyOf(scope)]

/** What an earlier try with the same key reserved. Throws `idempotency_key_reused` for another body. */
export const earlierSlot = (
  { store }: Deps,
  scope: RetryScope | undefined,
  row: (key: Key) => Row | undefined,
): Slot | undefined => {
  const found = scope === undefined ? undefined : store.idempotency.read(row(store.idempotency.keyOf(scope)))
  if (!found || !scope) return undefined
  if (found.bodyHash !== scope.bodyHash) throw new PortalError('idempotency_key_reused')
  return { id: found.resultId, at: found.at, seenBefore: true }
}

/** *Reserve, then write*: the slot comes first, so that a retry at any later moment finishes or repeats the same thing. */
export const reserveSlot = async (
  { store, clock }: Deps,
  scope: RetryScope | undefined,
  newId: (now: number) => string,
  writeId: string,
): Promise<Slot> => {
  const at = clock()
  const id = newId(at)
  if (scope === undefined) return { id, at, seenBefore: false }
  const reserved = await store.idempotency.reserve(scope, id, at, writeId)
  if (reserved.bodyHash !== scope.bodyHash) throw new PortalError('idempotency_key_reused')
  return { id: reserved.resultId, at: reserved.at, seenBefore: reserved.resultId !== id }
}
