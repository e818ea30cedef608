import { isoTime } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { isLive } from '#functions/store/items.ts'
import { keys, TOMBSTONE_SECONDS } from '#functions/store/table.ts'
import type { Act, Deps } from './actor.ts'
import { approach, requireUnit } from './approach.ts'
import { LOST, type Outcome, settle } from './settle.ts'
import { isOut } from './sight.ts'

/** "Inspirerer", on or off: one a person and card. Repeating changes nothing. */
export const setReaction = async (deps: Deps, act: Act, id: string, on: boolean): Promise<Outcome<null>> => {
  const { store, clock } = deps
  const { personId } = act.actor
  return settle(async () => {
    const key = keys.reaction(id, personId)
    const { card, sight, row } = await approach(deps, act.actor, id, [key])
    requireUnit(act.actor)
    if (on && (sight !== 'whole' || !isOut(card))) throw new PortalError('not_published')
    const before = store.reactions.parse(row(key))
    if ((before !== undefined && isLive(before)) === on) {
      return { body: null, wrote: before ? [{ ...key, version: before.version }] : [] }
    }
    const draft = {
      ...key,
      kind: 'reaction' as const,
      personId,
      createdAt: isoTime(clock()),
      ...(on ? {} : { deleted: true as const, expiresAt: Math.floor(clock() / 1000) + TOMBSTONE_SECONDS }),
    }
    const result = await store.reactions.write(draft, before?.version, act.writeId)
    return result.landed ? { body: null, wrote: [{ ...key, version: result.version }] } : LOST
  })
}
