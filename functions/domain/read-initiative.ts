import { PortalError } from '#functions/platform/problem.ts'
import type { Collection } from '#functions/store/initiatives.ts'
import type { InitiativeItem } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { initiativeIdOf, keys } from '#functions/store/table.ts'
import type { Comments } from '#shared/contract/comment.ts'
import type { InitiativePage, InitiativeTrace } from '#shared/contract/initiative.ts'
import type { Actor, Deps } from './actor.ts'
import { approach, lineageUnits, pathId } from './approach.ts'
import { commentCursor, commentView, PAGE, readCommentCursor, talkPage } from './comment-view.ts'
import { adoptionView, countsOf, currentSpotlight, initiativeView } from './initiative-view.ts'
import { derivedBy, lineageOf } from './lineage.ts'
import { namesFrom, personKeys } from './names.ts'
import { sightOf } from './sight.ts'

type Read = { body: InitiativePage | InitiativeTrace; version: number }

/** One card with all that hangs on it, as this person may see it. Throws `not_found`. */
export const readInitiative = async (deps: Deps, actor: Actor, id: string): Promise<Read> => {
  const { store } = deps
  const [collection, rows, today] = await Promise.all([
    store.initiatives.collection(pathId(id)),
    store.initiatives.commentRows(id, PAGE + 1),
    store.organisations.today(),
  ])
  const { card } = collection
  if (!card) throw new PortalError('not_found')
  const sight = await sightFor(deps, actor, collection, card, today)
  if (sight === 'nothing') throw new PortalError('not_found')
  if (sight === 'trace')
    return { body: await traceOf(deps, actor, collection, card, today), version: card.version }

  const spotlight = currentSpotlight(collection.spotlights)
  const kinIds = [...collection.hints.map(hint => hint.derivedId), ...originOf(card)]
  const authors = [card, ...collection.adoptions, ...rows, ...(spotlight ? [spotlight] : [])].map(
    one => one.author.personId,
  )
  const last = rows.length > PAGE ? rows.at(-1)?.id : undefined
  const [found, marks] = await Promise.all([
    store.table.getMany([...personKeys(authors), ...kinIds.map(kinId => keys.initiative(kinId))]),
    last === undefined ? [] : store.initiatives.commentMarks(id, last),
  ])
  const names = namesFrom(found)
  const lineage = lineageOf(actor, card, found, today)
  const talk = talkPage(rows, marks)
  const derived = derivedBy(lineage)

  const comments: Comments = {
    items: talk.shown.map(row => commentView(row, names, actor)),
    ...commentCursor(id, talk.next),
  }
  const context = { viewer: actor, organisation: today.organisation, names }
  return {
    version: card.version,
    body: {
      ...initiativeView(card, { ...context, spotlight, counts: countsOf(collection, talk.live) }),
      adoptions: collection.adoptions.map(adoption =>
        adoptionView(adoption, { ...context, derivedInitiativeId: derived.get(adoption.unitId) }),
      ),
      comments,
      lineage,
      reacted: collection.reactions.some(reaction => reaction.personId === actor.personId),
    },
  }
}

/** All adoptions of a card, for those who may see it whole; for a tied unit, its own. */
export const readAdoptions = async (deps: Deps, actor: Actor, id: string) => {
  const { body } = await readInitiative(deps, actor, id)
  return { items: body.adoptions }
}

/** A page of the talk, oldest first. */
export const readComments = async (
  deps: Deps,
  actor: Actor,
  id: string,
  cursor: string | undefined,
): Promise<Comments> => {
  const { store } = deps
  const after = readCommentCursor(pathId(id), cursor)
  const [{ sight }, rows] = await Promise.all([
    approach(deps, actor, id),
    store.initiatives.commentRows(id, PAGE + 1, after),
  ])
  if (sight !== 'whole') throw new PortalError('not_found')
  const last = rows.length > PAGE ? rows.at(-1)?.id : undefined
  const [persons, marks] = await Promise.all([
    store.table.getMany(personKeys(rows.map(row => row.author.personId))),
    last === undefined ? [] : store.initiatives.commentMarks(id, last),
  ])
  const talk = talkPage(rows, marks)
  const names = namesFrom(persons)
  return { items: talk.shown.map(row => commentView(row, names, actor)), ...commentCursor(id, talk.next) }
}

const originOf = (card: InitiativeItem): string[] => {
  const id = card.content.origin?.initiativeId
  return id === undefined ? [] : [id]
}

const sightFor = async (
  deps: Deps,
  actor: Actor,
  collection: Collection,
  card: InitiativeItem,
  today: Today,
) => {
  const adopters = collection.adoptions.map(adoption => adoption.unitId)
  const sight = sightOf(actor, card, today.organisation, adopters)
  if (sight !== 'nothing') return sight
  return sightOf(actor, card, today.organisation, await lineageUnits(deps, card, today))
}

const traceOf = async (
  { store }: Deps,
  actor: Actor,
  collection: Collection,
  card: InitiativeItem,
  { organisation }: Today,
): Promise<InitiativeTrace> => {
  const own = collection.adoptions.filter(adoption => adoption.unitId === actor.unitId)
  const names = namesFrom(
    await store.table.getMany(personKeys(own.map(adoption => adoption.author.personId))),
  )
  const withdrawn = card.status === 'withdrawn'
  return {
    id: initiativeIdOf(card.pk),
    status: card.status,
    ...organisation.placeOf(card.unitId, card.areaId),
    ...(withdrawn && card.withdrawnReason !== undefined ? { withdrawnReason: card.withdrawnReason } : {}),
    ...(withdrawn && card.withdrawnAt !== undefined ? { withdrawnAt: card.withdrawnAt } : {}),
    adoptions: own.map(adoption => adoptionView(adoption, { viewer: actor, organisation, names })),
  }
}
