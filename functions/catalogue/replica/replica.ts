import type { Clock } from '#functions/platform/clock.ts'
import type { Written } from '#functions/platform/portal-seen.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Changes } from '#functions/store/changes.ts'
import type { Change } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { SearchGround } from '../search/ground.ts'
import { pack, unpack } from '../snapshot/pack.ts'
import { SHAPE } from '../snapshot/shape.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'
import { CatalogueState } from './state.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const POLL_EVERY = SECOND
/** A poll reads again from a little before the last one: an index may be late, and clocks differ. */
const OVERLAP = 5 * SECOND
/** Now and then from long before: what came later than that is found by the next full reload. */
const LONG_OVERLAP = 150 * SECOND
const LONG_EVERY = 30 * SECOND
const RELOAD_EVERY = 15 * MINUTE
/** Well within the time that tombstones stay. */
const SNAPSHOT_AT_MOST = 24 * 60 * MINUTE
const RELOAD_AGAIN = 30 * SECOND
/** What it learned of words that no card says any more is forgotten within a day, as all else about who was erased. */
const GROUND_AT_MOST = 12 * 60 * MINUTE
/** While the database is away the last state still answers: a list a minute old beats none, an hour old misleads. */
const STALE_AT_MOST = MINUTE
/** How long a request waits for a poll while the last state may answer instead. */
const PATIENCE = SECOND

export type ReplicaOptions = {
  changes: Changes
  /** The machine's clock, as it stamps `changedAt`. */
  clock: Clock
  /** Told of every read that failed: nobody else may notice. */
  onTrouble?: (error: unknown) => void
  /** Where another instance may have left what it knew. */
  snapshots?: SnapshotStore | undefined
}

/** One instance's copy of the catalogue, kept up with the table. */
export const createReplica = ({ changes, clock, onTrouble = () => {}, snapshots }: ReplicaOptions) => {
  let ground = new SearchGround()
  let groundSince = clock()
  let state: CatalogueState | undefined
  let loading: Promise<CatalogueState> | undefined
  let polling: Promise<void> | undefined
  let loadDue = Number.NEGATIVE_INFINITY
  let loadedAt = 0
  /** When the last poll that succeeded began; the last long one; and the last that was tried. */
  let polledAt = 0
  let longAt = 0
  let triedAt = 0
  /** What arrived lately, for a state that is being loaded meanwhile from an index that is late. */
  let lately: { at: number; news: Change[] }[] = []

  const take = (found: readonly Change[]): void => {
    const news = state?.apply(found) ?? []
    if (news.length > 0) lately.push({ at: clock(), news })
  }

  /** What another instance knew, if it left it lately; what changed since is read as after any poll. */
  const restore = async (): Promise<CatalogueState | undefined> => {
    try {
      const bytes = await snapshots?.get()
      if (!bytes) return undefined
      const dump = await unpack(bytes)
      if (!dump || Math.abs(clock() - dump.at) > SNAPSHOT_AT_MOST) return undefined
      ground.restore(dump.ground)
      const restored = CatalogueState.restored(dump.state, ground)
      restored.apply(await changes.since(dump.at - LONG_OVERLAP))
      return restored
    } catch (error) {
      onTrouble(error)
      return undefined
    }
  }

  const begin = async (): Promise<CatalogueState> => {
    const began = clock()
    loadDue = began + SECOND
    const restored = await restore()
    if (!restored) return load()
    polledAt = longAt = triedAt = began
    state = restored
    loadedAt = began
    // It is as good as what it was made from: all of it is read soon, while this one answers.
    loadDue = began + LONG_EVERY
    return restored
  }

  /** All of it, into a new state that replaces the old one whole. */
  const load = async (): Promise<CatalogueState> => {
    const began = clock()
    loadDue = began + (state ? RELOAD_AGAIN : SECOND)
    const isOld = Math.abs(began - groundSince) > GROUND_AT_MOST
    const learned = isOld ? new SearchGround() : ground
    const loaded = new CatalogueState(learned)
    loaded.apply(await changes.since(0))
    for (const { at, news } of lately) if (at >= began - LONG_OVERLAP) loaded.apply(news)
    if (!state) polledAt = longAt = triedAt = began
    state = loaded
    if (isOld) [ground, groundSince] = [learned, began]
    loadedAt = began
    loadDue = began + RELOAD_EVERY
    return loaded
  }

  const loadOnce = (): Promise<CatalogueState> => {
    loading ??= (state ? load() : begin())
      .catch((error: unknown) => {
        onTrouble(error)
        throw new PortalError('unavailable')
      })
      .finally(() => {
        loading = undefined
      })
    return loading
  }

  const coldState = (): Promise<CatalogueState> => {
    const isTooSoon = !loading && clock() < loadDue
    if (isTooSoon) throw new PortalError('unavailable')
    return loadOnce()
  }

  const poll = async (): Promise<void> => {
    const began = clock()
    triedAt = began
    const isLong = Math.abs(began - longAt) >= LONG_EVERY
    const since = isLong ? Math.min(longAt, began) - LONG_OVERLAP : Math.min(polledAt, began) - OVERLAP
    take(await changes.since(since))
    polledAt = began
    if (!isLong) return
    longAt = began
    lately = lately.filter(({ at }) => at >= began - LONG_OVERLAP)
  }

  /** Never throws: the age of the state tells whether it may answer. */
  const pollOnce = (): Promise<void> => {
    polling ??= poll()
      .catch(onTrouble)
      .finally(() => {
        polling = undefined
      })
    return polling
  }

  const isTooOld = (): boolean => Math.abs(clock() - polledAt) > STALE_AT_MOST

  const catchUp = async (): Promise<void> => {
    const isDue = Math.abs(clock() - triedAt) >= POLL_EVERY
    if (isDue || polling) await (isTooOld() ? pollOnce() : atMost(PATIENCE, pollOnce()))
    if (isTooOld()) throw new PortalError('unavailable')
  }

  /** The state as of at most a second ago, with everything in `seen`. Throws `unavailable`. */
  const current = async (seen: readonly Written[] = []): Promise<CatalogueState> => {
    if (!state) await coldState()
    // Nobody waits for a reload.
    else if (clock() >= loadDue) loadOnce().catch(() => {})
    await catchUp()
    const missing = seen.filter(written => !state?.has(written))
    if (missing.length > 0) take(await changes.read(missing))
    if (!state) throw new PortalError('unavailable')
    return state
  }

  return {
    current,
    /** Resolves once lists can be answered. Throws `unavailable`. */
    ready: async (): Promise<void> => {
      if (!state) await coldState()
    },
    /** Leaves what is known now for instances to come. `today` tells the names under which cards were read. */
    save: async (today: Today): Promise<void> => {
      const held = await current()
      const at = polledAt
      const snapshot = held.snapshot(today)
      snapshot.searchIndex()
      await snapshots?.put(
        await pack({ v: SHAPE, at, state: held.dump(), ground: snapshot.ground.dump(today) }),
      )
    },
    /** What is held, and since when (ms since 1970). */
    stats: () => ({
      held: state?.counts(),
      words: ground.lexicon.words.length,
      loadedAt,
      polledAt,
      /** Ages in seconds. */
      loadedAgo: state && Math.round((clock() - loadedAt) / SECOND),
      polledAgo: state && Math.round((clock() - polledAt) / SECOND),
    }),
  }
}
export type Replica = ReturnType<typeof createReplica>

const atMost = async (ms: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, patience])
  clearTimeout(timer)
}
