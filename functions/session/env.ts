import type { Actor } from '#functions/domain/actor.ts'

/** What every request carries once it is known who is acting. `notCpr`: fields with ten digits that they vouch for. */
export type Env = { Variables: { actor: Actor; requestId: string; notCpr: readonly string[] } }
