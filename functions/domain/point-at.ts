import { isoTime } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type Draft, isLive, type SpotlightItem } from '#functions/store/items.ts'
import { initiativeIdOf, keys } from '#functions/store/table.ts'
import type { Spotlight } from '#shared/contract/spotlight.ts'
import { seenByAll } from '#shared/rules/visibility.ts'
import type { Act, Deps } from './actor.ts'
import { approach, requireUnit } from './approach.ts'
import { audited } from './content.ts'
import { currentSpotlight, spotlightView } from './initiative-view.ts'
import { authorOf, nameOfActor } from './names.ts'
import { LOST, type Outcome, settle } from './settle.ts'
import { guardedOf } from './sight.ts'

const approachAsDirector = async (deps: Deps, act: Act, id: string) => {
  const [{ card, today }, { spotlights }] = await Promise.all([
    approach(deps, act.actor, id),
    deps.store.initiatives.collection(id),
  ])
  const unitId = requireUnit(act.actor)
  if (!act.actor.roles.includes('director'))
    throw new PortalError('forbidden', { detail: 'Kun en direktør kan fremhæve et kort.' })
  return { card, today, unitId, current: currentSpotlight(spotlights.filter(isLive)) }
}

/** A director points at a card that all employees see. The newest counts; the history stays. */
export const pointAt = async (
  deps: Deps,
  act: Act,
  id: string,
  reason: string,
): Promise<Outcome<Spotlight>> => {
  const { card, today, unitId, current } = await approachAsDirector(deps, act, id)
  if (!seenByAll(guardedOf(card, today.organisation))) throw new PortalError('not_published')
  const names = nameOfActor(act.actor)
  const isMine = current?.author.personId === act.actor.personId
  if (current && isMine && current.reason === reason)
    return { body: spotlightView(current, names), wrote: [] }

  const now = deps.clock()
  const at = isoTime(now)
  const draft: Draft<SpotlightItem> = {
    ...keys.spotlight(initiativeIdOf(card.pk), deps.ids.spotlight(now)),
    kind: 'spotlight',
    reason,
    author: authorOf(act.actor, unitId),
    createdAt: at,
    ...audited(act, at),
  }
  const result = await deps.store.spotlights.write(draft, undefined, act.writeId)
  if (!result.landed) throw new PortalError('conflict')
  const { pk, sk } = draft
  const item = { ...draft, v: 1 as const, version: result.version, writeId: act.writeId, changedAt: 0 }
  return { body: spotlightView(item, names), wrote: [{ pk, sk, version: result.version }] }
}

/** No longer pointed at; when it was stays known. */
export const stopPointing = async (deps: Deps, act: Act, id: string): Promise<Outcome<null>> =>
  settle(async () => {
    const { current } = await approachAsDirector(deps, act, id)
    if (!current) return { body: null, wrote: [] }
    const { v, version, writeId, changedAt, ...kept } = current
    const draft = { ...kept, endedAt: isoTime(deps.clock()) }
    const result = await deps.store.spotlights.write(draft, version, act.writeId)
    return result.landed
      ? { body: null, wrote: [{ pk: kept.pk, sk: kept.sk, version: result.version }] }
      : LOST
  })
