import { withoutWords } from '#functions/domain/initiative-view.ts'
import {
  type AdoptionItem,
  type Change,
  type InitiativeItem,
  isLive,
  type SpotlightItem,
} from '#functions/store/items.ts'
import type { EntryDump } from '../snapshot/shape.ts'

/** One card and what hangs on it. What came before its card waits here, unseen; so does what outlives it. */
export type Entry = {
  id: string
  card: InitiativeItem | undefined
  /** By unit. */
  adoptions: Map<string, AdoptionItem>
  /** Sort keys of those that live. */
  comments: Set<string>
  reactions: Set<string>
  spotlights: Map<string, SpotlightItem>
  /** By sort key, tombstones too: an older image must not bring an item back. */
  versions: Map<string, number>
}

export type Hanging = Exclude<Change, { kind: 'person' }>

export const newEntry = (id: string): Entry => ({
  id,
  card: undefined,
  adoptions: new Map(),
  comments: new Set(),
  reactions: new Set(),
  spotlights: new Map(),
  versions: new Map(),
})

/** An entry as plain data. */
export const dumpOf = (entry: Entry): EntryDump => ({
  id: entry.id,
  card: entry.card,
  adoptions: [...entry.adoptions.values()],
  spotlights: [...entry.spotlights.values()],
  comments: [...entry.comments],
  reactions: [...entry.reactions],
  versions: [...entry.versions],
})

export const restoredEntry = (dump: EntryDump): Entry => ({
  id: dump.id,
  card: dump.card,
  adoptions: new Map(dump.adoptions.map(adoption => [adoption.unitId, adoption])),
  spotlights: new Map(dump.spotlights.map(spotlight => [spotlight.sk, spotlight])),
  comments: new Set(dump.comments),
  reactions: new Set(dump.reactions),
  versions: new Map(dump.versions),
})

/** Puts a change where it belongs, if it is newer than what is there; tells whether it was. */
export const applyTo = (entry: Entry, change: Hanging): boolean => {
  if ((entry.versions.get(change.sk) ?? 0) >= change.version) return false
  entry.versions.set(change.sk, change.version)
  const live = isLive(change)
  if (change.kind === 'initiative') {
    entry.card = live ? change : undefined
  } else if (change.kind === 'adoption') {
    // Nothing that is made of many cards tells the words that a moderator hid.
    if (live) entry.adoptions.set(change.unitId, change.hidden ? withoutWords(change) : change)
    else entry.adoptions.delete(change.unitId)
  } else if (change.kind === 'spotlight') {
    if (live) entry.spotlights.set(change.sk, change)
    else entry.spotlights.delete(change.sk)
  } else {
    const marks = change.kind === 'comment' ? entry.comments : entry.reactions
    if (live) marks.add(change.sk)
    else marks.delete(change.sk)
  }
  return true
}
