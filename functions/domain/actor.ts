import type { Clock } from '#functions/platform/clock.ts'
import type { Ids } from '#functions/platform/ids.ts'
import type { Store } from '#functions/store/store.ts'
import type { Viewer } from '#shared/rules/visibility.ts'

/** A signed-in person, as today's organisation and their sign-in have it. */
export type Actor = Viewer & {
  name: string
  title?: string | undefined
  /** The unit that sign-in named and the organisation knows: it always wins. */
  unitFromSignIn: boolean
  /** True while they may choose a unit, once. */
  choosesUnit: boolean
}

/** What the domain is given. Nothing ambient: time, ids and the store come from outside. */
export type Deps = { store: Store; clock: Clock; ids: Ids }

/** One request by one person: its mark on what it writes, and what they vouch for. */
export type Act = {
  actor: Actor
  writeId: string
  /** Fields with ten digits that the person says are no CPR number. */
  notCpr: readonly string[]
}
