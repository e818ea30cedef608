import type { Deps } from '#functions/domain/actor.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Change } from '#functions/store/items.ts'
import type { Store } from '#functions/store/store.ts'
import { keys } from '#functions/store/table.ts'
import { actorFrom, allAuthors } from './actors.ts'
import { type Command, commandsOf } from './commands.ts'
import { type DemoCard, demoCards, demoOrganisation, demoTaxonomy } from './data.ts'
import { demoInitiativeId } from './derived-ids.ts'

type Progress = (done: number, of: number) => void

type LoadOptions = { cards: boolean; onProgress?: Progress }

/** A machine that is busy with other things makes the database miss its deadlines; a start is not lost for that. */
const TRIES = 20

/** Brings in the organisation, the taxonomy and everybody named; `cards: false` stops there. Loading again changes nothing. */
export const loadDemo = async (store: Store, options: LoadOptions): Promise<void> => {
  for (let round = 1; ; round++) {
    try {
      return await loadOnce(store, options)
    } catch (error) {
      const mayPass = error instanceof PortalError && error.code === 'unavailable' && round < TRIES
      if (!mayPass) throw error
    }
  }
}

/** What is there already is passed over. */
const loadOnce = async (store: Store, options: LoadOptions): Promise<void> => {
  const existing = new Map((await store.changes.since(0)).map(item => [`${item.pk} ${item.sk}`, item]))
  const cards = demoCards()
  const { organisation, version } = await store.organisations.current()
  // One that was imported since stays.
  const kept = version === undefined ? demoOrganisation : organisation
  await store.organisations.replace(kept, demoTaxonomy, newWriteId())
  await loadPersons(store, cards, existing)
  if (options.cards) await replay(store, cards, existing, options.onProgress)
}

const loadPersons = async (
  store: Store,
  cards: readonly DemoCard[],
  existing: ReadonlyMap<string, Change>,
) => {
  const { organisation } = await store.organisations.today()
  const actors = new Map(
    allAuthors(cards)
      .map(author => actorFrom(author, organisation))
      .map(actor => [actor.personId, actor]),
  )
  for (const actor of actors.values()) {
    const key = keys.person(actor.personId)
    if (existing.has(`${key.pk} ${key.sk}`)) continue
    const { personId: id, name, title, unitId: claimedUnitId, roles } = actor
    const person = {
      ...key,
      kind: 'person' as const,
      id,
      name,
      title,
      claimedUnitId,
      roles: [...roles],
      preferences: {},
    }
    await store.persons.write(person, undefined, newWriteId())
  }
}

/** Every command in order of time, through the domain, by the one who gave it, under a clock set to when. */
const replay = async (
  store: Store,
  cards: readonly DemoCard[],
  existing: ReadonlyMap<string, Change>,
  onProgress?: Progress,
) => {
  const { organisation } = await store.organisations.today()
  const ids = new Map(cards.map(card => [card.ref, demoInitiativeId(card.ref, card.createdAt)]))
  const commands = cards.flatMap(card => commandsOf(card, ref => ids.get(ref))).sort((a, b) => a.at - b.at)
  const due = commands.filter(command => !isDone(command, existing))
  for (const [index, command] of due.entries()) {
    const actor = actorFrom(command.by, organisation)
    await command.run(depsAt(store, command), { actor, writeId: newWriteId(), notCpr: [] }, actor)
    onProgress?.(index + 1, due.length)
  }
}

/** Under a deleted card, and where the item is as new as the command, there is nothing left to do. */
const isDone = ({ item, once, at }: Command, existing: ReadonlyMap<string, Change>): boolean => {
  const card = existing.get(`${item.pk} A`)
  if (card?.deleted) return true
  const found = existing.get(`${item.pk} ${item.sk}`)
  if (!found) return false
  return once || found.deleted === true || ('updatedAt' in found && Date.parse(found.updatedAt) >= at)
}

const depsAt = (store: Store, { at, item }: Command): Deps => {
  const id = item.sk.slice(2)
  return {
    store,
    clock: () => at,
    ids: { initiative: () => item.pk.slice(2), comment: () => id, spotlight: () => id, report: () => id },
  }
}
