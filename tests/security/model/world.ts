import type { Act, Actor, Deps } from '#functions/domain/actor.ts'
import { newWriteId, ulidIds } from '#functions/platform/ids.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { hashBody, type RetryScope } from '#functions/store/idempotency.ts'
import type { Store } from '#functions/store/store.ts'

export type Instance = { store: Store; deps: Deps }

const ids = ulidIds()
export const instanceOf = (store: Store): Instance => ({
  store,
  deps: { store, clock: store.table.clock, ids },
})

export const actOf = (actor: Actor): Act => ({ actor, writeId: newWriteId(), notCpr: [] })

/** Whose POST it is, and under which key. */
export const scopeOf = (actor: Actor, path: string, key: string, body: unknown): RetryScope => ({
  personId: actor.personId,
  method: 'POST',
  path,
  key,
  bodyHash: hashBody(body),
})

/** The code with which something is refused; undefined when it is done. */
export const codeOf = async (work: Promise<unknown>): Promise<string | undefined> => {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof PortalError) return error.code
    throw error
  }
}
