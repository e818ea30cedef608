import type { Act, Actor, Deps } from '#functions/domain/actor.ts'
import { newWriteId, ulidIds } from '#functions/platform/ids.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { hashBody, type RetryScope } from '#functions/store/idempotency.ts'
import type { Store } from '#functions/store/store.ts'

/** What a POST meets on its way: nothing; an end after the reservation; the same at two instances at once; a late retry. */
export const ROADS = ['plain', 'crashed', 'twice at once', 'again after 11 minutes'] as const
export type Road = (typeof ROADS)[number]

/** `advance` moves the time of all instances on (ms). */
export type Instance = { store: Store; deps: Deps; advance: (ms: number) => void }

const ids = ulidIds()
export const instanceOf = (store: Store, advance: (ms: number) => void): Instance => ({
  store,
  deps: { store, clock: store.table.clock, ids },
  advance,
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

/** What was made, or the code with which it was refused. */
export const outcomeOf = async <T>(
  work: Promise<T>,
): Promise<{ code: undefined; made: T } | { code: string; made: undefined }> => {
  try {
    return { code: undefined, made: await work }
  } catch (error) {
    if (error instanceof PortalError) return { code: error.code, made: undefined }
    throw error
  }
}
