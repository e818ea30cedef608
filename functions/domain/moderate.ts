import { isoTime } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { isLive, type TextedItem, textedItem } from '#functions/store/items.ts'
import { type Key, keys } from '#functions/store/table.ts'
import { commentId as commentIdShape } from '#shared/contract/comment.ts'
import type { RedactionInput, Target } from '#shared/contract/moderation.ts'
import { slug } from '#shared/contract/text.ts'
import type { Act, Deps } from './actor.ts'
import { approach, requireUnit } from './approach.ts'
import { audited } from './content.ts'
import { recorded } from './recorded.ts'
import { REDACTED, replaceTexts, wordsPattern } from './redact.ts'
import { LOST, type Outcome, settle } from './settle.ts'

type Next = Partial<Pick<TextedItem, 'hidden' | 'moderation'>> | undefined
type Seen = { item: TextedItem; isTheirs: boolean }

export const keyOf = ({ initiativeId, commentId, unitId }: Target): Key => {
  if (commentId !== undefined) return keys.comment(initiativeId, commentId)
  return unitId === undefined ? keys.initiative(initiativeId) : keys.adoption(initiativeId, unitId)
}

/** The text that is meant, for who may see the card it is on. Throws `not_found`. */
export const approachText = async (deps: Deps, act: Act, target: Target, extra: Key[] = []) => {
  const { commentId, unitId } = target
  const isId =
    (commentId === undefined || commentIdShape.safeParse(commentId).success) &&
    (unitId === undefined || slug.safeParse(unitId).success)
  if (!isId) throw new PortalError('not_found')
  const key = keyOf(target)
  const near = await approach(deps, act.actor, target.initiativeId, [key, ...extra])
  const { actor } = act
  let item: TextedItem | undefined = near.card
  let isTheirs = near.isOwn
  if (commentId !== undefined) {
    item = deps.store.comments.parse(near.row(key))
    isTheirs = item?.author.personId === actor.personId
  } else if (unitId !== undefined) {
    item = deps.store.adoptions.parse(near.row(key))
    isTheirs = actor.unitId === unitId && !actor.unitUnconfirmed
  }
  if (near.sight !== 'whole' || !item || !isLive(item)) throw new PortalError('not_found')
  requireUnit(actor)
  return { ...near, item, isTheirs }
}

const change = (deps: Deps, act: Act, target: Target, decide: (seen: Seen, at: string) => Next) =>
  settle(async (): Promise<Outcome<null> | typeof LOST> => {
    const { item } = await approachText(deps, act, target).then(near => {
      const at = isoTime(deps.clock())
      const next = decide(near, at)
      const vouched = audited(act, at, near.item.notCpr)
      return { item: next === undefined ? undefined : { ...near.item, ...next, ...vouched } }
    })
    if (item === undefined) return { body: null, wrote: [] }
    const { v, version, writeId, changedAt, ...kept } = item
    const options = { seen: version, writeId: act.writeId, feed: true, by: item.author.personId }
    const result = await deps.store.table.write(kept, options)
    return result.landed
      ? { body: null, wrote: [{ pk: item.pk, sk: item.sk, version: result.version }] }
      : LOST
  })

export const demandModerator = ({ actor }: Act): void => {
  if (!actor.roles.includes('moderator'))
    throw new PortalError('forbidden', { detail: 'Det gør en moderator.' })
}

/** Out of sight for all but those whose it is and the moderators, with why. The same words again change nothing. */
export const hideText = (deps: Deps, act: Act, target: Target, reason: string) =>
  change(deps, act, target, ({ item }, at) => {
    demandModerator(act)
    if (item.kind === 'initiative' && item.status !== 'published') throw new PortalError('not_published')
    if (item.hidden?.reason === reason) return undefined
    return {
      hidden: { ...item.hidden, at: item.hidden?.at ?? at, reason },
      ...recorded(act, at, 'hid', item, reason),
    }
  })

export const showText = (deps: Deps, act: Act, target: Target) =>
  change(deps, act, target, ({ item }, at) => {
    demandModerator(act)
    return item.hidden === undefined ? undefined : { hidden: undefined, ...recorded(act, at, 'showed', item) }
  })

/** What those whose text was hidden say to that. */
export const answerHiding = (deps: Deps, act: Act, target: Target, answer: string) =>
  change(deps, act, target, ({ item, isTheirs }, at) => {
    if (!isTheirs) throw new PortalError('forbidden')
    if (item.hidden === undefined)
      throw new PortalError('conflict', { detail: 'Teksten er ikke skjult længere. Hent siden igen.' })
    if (item.hidden.answer === answer) return undefined
    return { hidden: { ...item.hidden, answer }, ...recorded(act, at, 'answered', item, answer) }
  })

/** Takes words out of a text for good. That it was done is kept, and why; not what it was. */
export const redactText = (deps: Deps, act: Act, target: Target, { words, reason }: RedactionInput) =>
  change(deps, act, target, ({ item }, at) => {
    demandModerator(act)
    const pattern = wordsPattern(words)
    const without = (text: string): string => text.replace(pattern, REDACTED)
    const replaced = replaceTexts(item, without)
    if (replaced === undefined) return undefined
    const cleaned = textedItem.parse(replaced)
    return { ...cleaned, ...recorded(act, at, 'redacted', cleaned, without(reason)) }
  })
