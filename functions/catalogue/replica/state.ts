import type { Written } from '#functions/platform/portal-seen.ts'
import { type Change, isLive } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { initiativeIdOf } from '#functions/store/table.ts'
import type { ChosenUnits } from '#shared/contract/moderation.ts'
import { SearchGround } from '../search/ground.ts'
import type { StateDump } from '../snapshot/shape.ts'
import { applyTo, dumpOf, type Entry, type Hanging, newEntry, restoredEntry } from './entry.ts'
import { Snapshot } from './snapshot.ts'

/**
 * The whole catalogue in memory, made of `Change`s alone. Applying is by item version, so that order and repetition do
 * not matter. What is answered comes from a `Snapshot` of it, which later changes leave as it is.
 */
export class CatalogueState {
  private readonly entries = new Map<string, Entry>()
  private readonly names = new Map<string, string>()
  private readonly persons = new Map<string, number>()
  private readonly choices = new Map<string, { unitId: string; isConfirmed: boolean }>()
  /** Cards that name a director: their items change when a name does. */
  private readonly pointedAt = new Set<string>()
  private readonly moved = new Set<string>()
  private readonly ground: SearchGround
  private held: Snapshot | undefined

  /** `ground` is what the instance's earlier states have learned. */
  constructor(ground = new SearchGround()) {
    this.ground = ground
  }

  /** Takes what it did not know, and tells what that was. */
  apply(changes: readonly Change[]): Change[] {
    return changes.filter(change =>
      change.kind === 'person' ? this.applyPerson(change) : this.applyToEntry(change),
    )
  }

  /** Whether a written item has arrived, in that version or a later one. */
  has({ pk, sk, version }: Written): boolean {
    const known = pk.startsWith('P#')
      ? this.persons.get(pk.slice(2))
      : this.entries.get(initiativeIdOf(pk))?.versions.get(sk)
    return (known ?? 0) >= version
  }

  /** As it is now, under this organisation; the same object until something moves. */
  snapshot(today: Today): Snapshot {
    const held = this.held?.today === today ? this.held : undefined
    const moved = held ? this.moved : this.entries.keys()
    const base = held ?? Snapshot.empty(today, this.names, this.ground)
    this.held = base.after([...moved].flatMap(id => this.entries.get(id) ?? []))
    this.moved.clear()
    return this.held
  }

  /** Everything it knows, for another instance to begin from. */
  dump(): StateDump {
    return {
      entries: [...this.entries.values()].map(dumpOf),
      persons: [...this.persons].map(([id, version]) => [id, version, this.names.get(id) ?? null]),
      choices: [...this.choices].map(([id, { unitId, isConfirmed }]) => [id, unitId, isConfirmed]),
    }
  }

  static restored({ entries, persons, choices }: StateDump, ground: SearchGround): CatalogueState {
    const state = new CatalogueState(ground)
    for (const dump of entries) {
      state.entries.set(dump.id, restoredEntry(dump))
      if (dump.spotlights.length > 0) state.pointedAt.add(dump.id)
    }
    for (const [id, version, name] of persons) {
      state.persons.set(id, version)
      if (name !== null) state.names.set(id, name)
    }
    for (const [id, unitId, isConfirmed] of choices) state.choices.set(id, { unitId, isConfirmed })
    return state
  }

  counts() {
    const counts = { cards: 0, adoptions: 0, comments: 0, reactions: 0, persons: this.names.size }
    for (const entry of this.entries.values()) {
      if (!entry.card) continue
      counts.cards++
      counts.adoptions += entry.adoptions.size
      counts.comments += entry.comments.size
      counts.reactions += entry.reactions.size
    }
    return counts
  }

  /** Units that people chose themselves, those that wait for a moderator first. */
  chosenUnits(): ChosenUnits {
    const items = [...this.choices].map(([personId, choice]) => ({
      personId,
      name: this.names.get(personId) ?? '',
      ...choice,
    }))
    return { items: [...items.filter(one => !one.isConfirmed), ...items.filter(one => one.isConfirmed)] }
  }

  private applyPerson(person: Extract<Change, { kind: 'person' }>): boolean {
    if ((this.persons.get(person.id) ?? 0) >= person.version) return false
    this.persons.set(person.id, person.version)
    if (isLive(person) && person.chosenUnitId !== undefined) {
      const isConfirmed = person.unitConfirmed === true
      this.choices.set(person.id, { unitId: person.chosenUnitId, isConfirmed })
    } else this.choices.delete(person.id)
    const name = isLive(person) ? person.name : undefined
    if (this.names.get(person.id) === name) return true
    if (name === undefined) this.names.delete(person.id)
    else this.names.set(person.id, name)
    for (const id of this.pointedAt) this.moved.add(id)
    return true
  }

  private applyToEntry(change: Hanging): boolean {
    const id = initiativeIdOf(change.pk)
    const entry = this.entries.get(id) ?? newEntry(id)
    if (!applyTo(entry, change)) return false
    this.entries.set(id, entry)
    this.moved.add(id)
    if (change.kind === 'spotlight') this.pointedAt.add(id)
    return true
  }
}
