import {
  type AdoptionItem,
  type Change,
  type InitiativeItem,
  isLive,
  type SpotlightItem,
} from '#functions/store/items.ts'
import type { Written } from '#functions/platform/portal-seen.ts'
import { initiativeIdOf } from '#functions/store/table.ts'

/** One card and what hangs on it. What came before its card waits here, unseen. */
export type Entry = {
  id: string
  card: InitiativeItem | undefined
  adoptions: Map<string, AdoptionItem>
  comments: Set<string>
  reactions: Set<string>
  spotlights: Map<string, SpotlightItem>
  /** Moves whenever anything above does, so that what is derived can be kept. */
  revision: number
}

/**
 * The whole catalogue in memory, made of `Change`s alone. Applying is by item version, so that order and repetition do
 * not matter; a tombstone is remembered, so that an older image does not bring the item back.
 */
export class CatalogueState {
  readonly entries = new Map<string, Entry>()
  readonly names = new Map<string, string>()
  readonly derived = new Map<string, Set<string>>()
  private readonly versions = new Map<string, number>()
  /** Moves when a name does: names stand on cards that did not change. */
  namesRevision = 0

  apply(changes: readonly Change[]): void {
    for (const change of changes) this.applyOne(change)
  }

  /** Whether a written item has arrived, in that version or a later one. */
  has({ pk, sk, version }: Written): boolean {
    return (this.versions.get(`${pk} ${sk}`) ?? 0) >= version
  }

  get size(): number {
    return this.entries.size
  }

  private applyOne(change: Change): void {
    const key = `${change.pk} ${change.sk}`
    if ((this.versions.get(key) ?? 0) >= change.version) return
    this.versions.set(key, change.version)
    if (change.kind === 'person') {
      if (this.names.get(change.id) !== change.name) this.namesRevision++
      if (isLive(change)) this.names.set(change.id, change.name)
      else this.names.delete(change.id)
      return
    }
    this.applyToEntry(this.entry(initiativeIdOf(change.pk)), change)
  }

  private applyToEntry(entry: Entry, change: Exclude<Change, { kind: 'person' }>): void {
    entry.revision++
    const live = isLive(change)
    if (change.kind === 'initiative') {
      entry.card = live ? change : undefined
      this.relate(entry.id, change, live)
    } else if (change.kind === 'adoption') {
      if (live) entry.adoptions.set(change.unitId, change)
      else entry.adoptions.delete(change.unitId)
    } else if (change.kind === 'spotlight') {
      if (live) entry.spotlights.set(change.sk, change)
      else entry.spotlights.delete(change.sk)
    } else {
      const marks = change.kind === 'comment' ? entry.comments : entry.reactions
      if (live) marks.add(change.sk)
      else marks.delete(change.sk)
    }
  }

  /** Which cards were made from which: only from live ones, by what they themselves say. */
  private relate(id: string, card: InitiativeItem, live: boolean): void {
    const originId = card.content.origin?.initiativeId
    if (live && originId !== undefined) {
      const derived = this.derived.get(originId) ?? new Set()
      this.derived.set(originId, derived.add(id))
    } else if (!live) {
      for (const derived of this.derived.values()) derived.delete(id)
    }
  }

  private entry(id: string): Entry {
    const found = this.entries.get(id)
    if (found) return found
    const made: Entry = {
      id,
      card: undefined,
      adoptions: new Map(),
      comments: new Set(),
      reactions: new Set(),
      spotlights: new Map(),
      revision: 0,
    }
    this.entries.set(id, made)
    return made
  }
}
