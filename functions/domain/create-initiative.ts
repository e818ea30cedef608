import { isoTime } from '#functions/platform/clock.ts'
import { fieldError, PortalError } from '#functions/platform/problem.ts'
import type { RetryScope } from '#functions/store/idempotency.ts'
import { type Draft, type InitiativeItem, initiativeItem, isLive } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { type Key, keys } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import type { Initiative, InitiativeInput } from '#shared/contract/initiative.ts'
import type { Act, Actor, Deps } from './actor.ts'
import { requireUnit } from './approach.ts'
import { audited, contentOf, demandComplete, demandKnownThemes } from './content.ts'
import { initiativeView, noCounts } from './initiative-view.ts'
import { authorOf, nameOfActor } from './names.ts'
import { earlierSlot, reservationKeys, reserveSlot, type Slot } from './once.ts'
import { readInitiative } from './read-initiative.ts'
import type { Outcome } from './settle.ts'
import { sightOf } from './sight.ts'

export type Created<T> = Outcome<T> & { replayed: boolean }

/** A unit's new card, as a draft or published at once. */
export const createInitiative = async (
  deps: Deps,
  act: Act,
  input: InitiativeInput,
  scope?: RetryScope,
): Promise<Created<Initiative>> => {
  const { store, ids } = deps
  const { actor } = act
  const today = await store.organisations.today()
  demandKnownThemes(input.themes, today.themes)
  if (input.status === 'published') demandComplete(input)
  const unitId = requireUnit(actor)

  const originId = input.origin?.initiativeId
  const wanted = [...reservationKeys(deps, scope), ...originKeys(originId, unitId)]
  const rows = wanted.length === 0 ? [] : await store.table.getMany(wanted)
  const row = (key: Key) => rows.find(one => one.pk === key.pk && one.sk === key.sk)
  const earlier = earlierSlot(deps, scope, row)
  if (!earlier && originId !== undefined) demandVisibleOrigin(deps, actor, originId, unitId, row, today)

  const slot = earlier ?? (await reserveSlot(deps, scope, ids.initiative, act.writeId))
  const at = isoTime(slot.at)
  const card: Draft<InitiativeItem> = {
    ...keys.initiative(slot.id),
    kind: 'initiative',
    status: input.status,
    visibility: input.visibility,
    unitId,
    areaId: today.organisation.areaOf(unitId) ?? '',
    content: contentOf(input),
    author: authorOf(actor, unitId),
    createdAt: at,
    updatedAt: at,
    ...(input.status === 'published' ? { publishedAt: at } : {}),
    ...audited(act, at),
  }
  // The hint at the same time, so that the origin tells of it at once. Cut off between them, the stream makes up for it.
  const [result] = await Promise.all([
    store.initiatives.write(card, undefined, act.writeId),
    originId === undefined ? undefined : store.initiatives.hintDerived(originId, card, act.writeId),
  ])
  if (!result.landed) return replay(deps, actor, slot)
  const stored = { ...card, v: 1 as const, version: result.version, writeId: act.writeId, changedAt: 0 }
  return {
    body: initiativeView(stored, {
      organisation: today.organisation,
      names: nameOfActor(actor),
      counts: noCounts,
    }),
    version: result.version,
    wrote: [store.initiatives.written(slot.id, result.version)],
    replayed: slot.seenBefore,
  }
}

const originKeys = (originId: string | undefined, unitId: string): Key[] =>
  originId === undefined ? [] : [keys.initiative(originId), keys.adoption(originId, unitId)]

/** A card that may not be seen is as if missing. */
const demandVisibleOrigin = (
  { store }: Deps,
  actor: Actor,
  originId: string,
  unitId: string,
  row: (key: Key) => Row | undefined,
  { organisation }: Today,
): void => {
  const found = row(keys.initiative(originId))
  const origin = found === undefined ? undefined : initiativeItem.parse(found)
  const adoption = store.adoptions.parse(row(keys.adoption(originId, unitId)))
  const tied = adoption && isLive(adoption) ? [unitId] : []
  const sight = origin && isLive(origin) ? sightOf(actor, origin, organisation, tied) : 'nothing'
  if (sight === 'nothing')
    throw fieldError('origin.initiativeId', 'invalid', 'Det kort, I bygger på, findes ikke her.')
}

/**
 * The first status and id, the resource as it is now; `not_found` if it is gone. Whoever took the slot is the first, also
 * where another try has finished for them meanwhile.
 */
const replay = async (deps: Deps, actor: Actor, { id, seenBefore }: Slot): Promise<Created<Initiative>> => {
  const { body, version } = await readInitiative(deps, actor, id)
  if (!('lineage' in body)) throw new PortalError('not_found')
  const { adoptions, comments, lineage, reacted, ...card } = body
  return { body: card, version, wrote: [deps.store.initiatives.written(id, version)], replayed: seenBefore }
}
