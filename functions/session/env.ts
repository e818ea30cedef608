import type { Actor } from '#functions/domain/actor.ts'

/**
 * What every request carries once it is known who is acting. `notCpr`: fields with ten digits that they vouch for.
 * `isForged`: it rides on a cookie, and was not sent by the portal's own pages; nothing may come of it.
 */
export type Env = {
  Variables: { actor: Actor; requestId: string; notCpr: readonly string[]; isForged?: boolean }
}
