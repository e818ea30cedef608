import type { Clock } from '#functions/platform/clock.ts'
import type { Written } from '#functions/platform/portal-seen.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Changes } from '#functions/store/changes.ts'
import { CatalogueState } from './state.ts'

const SECOND = 1000
const POLL_EVERY = SECOND
/** A poll reads again from a little before its last: an index may be late, and clocks differ. */
const OVERLAP = 5 * SECOND
const LONG_OVERLAP = 150 * SECOND
const LONG_EVERY = 30 * SECOND
const RELOAD_EVERY = 15 * 60 * SECOND
/** While the database is away the last state still answers: a list a minute old beats none. */
const STALE_AT_MOST = 60 * SECOND

/** One instance's copy of the catalogue, kept up with the table. `clock` is the machine's. */
export const createReplica = (changes: Changes, clock: Clock) => {
  let state: CatalogueState | undefined
  let loading: Promise<CatalogueState> | undefined
  let polling: Promise<void> | undefined
  let polledAt = 0
  let longAt = 0
  let loadedAt = 0
  let freshAt = 0

  /** All of it, into a new state that replaces the old one whole. */
  const load = async (): Promise<CatalogueState> => {
    const began = clock()
    const loaded = new CatalogueState()
    loaded.apply(await changes.since(0))
    state = loaded
    polledAt = longAt = loadedAt = freshAt = began
    return loaded
  }

  const loadOnce = (): Promise<CatalogueState> => {
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  const poll = async (into: CatalogueState): Promise<void> => {
    const began = clock()
    const isLong = began - longAt >= LONG_EVERY
    const since = polledAt - (isLong ? LONG_OVERLAP : OVERLAP)
    into.apply(await changes.since(since))
    polledAt = freshAt = began
    if (isLong) longAt = began
  }

  const pollOnce = (into: CatalogueState): Promise<void> => {
    polling ??= poll(into)
      .catch((error: unknown) => {
        if (clock() - freshAt > STALE_AT_MOST) throw error
      })
      .finally(() => {
        polling = undefined
      })
    return polling
  }

  /** The state as of at most a second ago, with everything in `seen`. Throws `unavailable`. */
  const current = async (seen: readonly Written[] = []): Promise<CatalogueState> => {
    if (!state) await loadOnce()
    if (!state) throw new PortalError('unavailable')
    const now = clock()
    if (now - loadedAt >= RELOAD_EVERY && !loading) {
      // Nobody waits for it, and what is polled meanwhile is read again after it.
      loadOnce().catch(() => {})
    }
    if (now - polledAt >= POLL_EVERY) await pollOnce(state)
    const answering = state
    const missing = seen.filter(written => !answering.has(written))
    if (missing.length > 0) answering.apply(await changes.read(missing))
    return answering
  }

  return {
    current,
    ready: async (): Promise<void> => {
      if (!state) await loadOnce()
    },
  }
}
export type Replica = ReturnType<typeof createReplica>
