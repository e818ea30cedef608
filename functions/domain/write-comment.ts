import { isoTime } from '#functions/platform/clock.ts'
import { fieldError, PortalError } from '#functions/platform/problem.ts'
import type { RetryScope } from '#functions/store/idempotency.ts'
import { type CommentItem, type Draft, isLive } from '#functions/store/items.ts'
import { type Key, keys } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import type { Comment, CommentInput, CommentPatch } from '#shared/contract/comment.ts'
import { commentId as commentIdShape } from '#shared/contract/comment.ts'
import type { Act, Actor, Deps } from './actor.ts'
import { approach, requireUnit } from './approach.ts'
import { commentView } from './comment-view.ts'
import { audited } from './content.ts'
import type { Created } from './create-initiative.ts'
import { honour, type IfMatch } from './if-match.ts'
import { authorOf, nameOfActor, namesFrom, personKeys } from './names.ts'
import { earlierSlot, reservationKeys, reserveSlot } from './once.ts'
import { recorded } from './recorded.ts'
import { LOST, type Outcome, settle } from './settle.ts'
import { isOut } from './sight.ts'

/** A comment, or a reply to a top-level one, on a published card. */
export const createComment = async (
  deps: Deps,
  act: Act,
  initiativeId: string,
  input: CommentInput,
  scope?: RetryScope,
): Promise<Created<Comment>> => {
  const { store, ids } = deps
  const { actor } = act
  const parentKey = input.replyTo === undefined ? undefined : keys.comment(initiativeId, input.replyTo)
  const extra = [...(parentKey ? [parentKey] : []), ...reservationKeys(deps, scope)]
  const { card, sight, row } = await approach(deps, actor, initiativeId, extra)
  const unitId = requireUnit(actor)
  const earlier = earlierSlot(deps, scope, row)
  if (earlier) {
    const existing = await findComment(deps, initiativeId, earlier.id)
    if (existing) return { ...(await repeat(deps, actor, existing)), replayed: true }
  }
  if (sight !== 'whole' || !isOut(card)) throw new PortalError('not_published')
  if (parentKey) demandTopLevel(deps, parentKey, row)

  const slot = earlier ?? (await reserveSlot(deps, scope, ids.comment, act.writeId))
  const at = isoTime(slot.at)
  const draft: Draft<CommentItem> = {
    ...keys.comment(initiativeId, slot.id),
    kind: 'comment',
    id: slot.id,
    initiativeId,
    tone: input.kind,
    text: input.text,
    ...(input.replyTo === undefined ? {} : { replyTo: input.replyTo }),
    author: authorOf(actor, unitId),
    createdAt: at,
    updatedAt: at,
    ...audited(act, at),
  }
  const result = await store.comments.write(draft, undefined, act.writeId)
  // Whoever took the slot is the first, also where another try has finished for them meanwhile.
  if (!result.landed) {
    const there = await repeat(deps, actor, store.comments.parse(result.current))
    return { ...there, replayed: slot.seenBefore }
  }
  const item = { ...draft, v: 1 as const, version: result.version, writeId: act.writeId, changedAt: 0 }
  return {
    body: commentView(item, nameOfActor(actor), actor),
    version: result.version,
    wrote: [written(item)],
    replayed: slot.seenBefore,
  }
}

const written = ({ pk, sk, version }: CommentItem) => ({ pk, sk, version })

const findComment = async ({ store }: Deps, initiativeId: string, id: string) =>
  store.comments.parse(await store.table.get(keys.comment(initiativeId, id)))

/** The comment as it is now; `not_found` if it is gone. */
const repeat = async (
  { store }: Deps,
  actor: Actor,
  item: CommentItem | undefined,
): Promise<Outcome<Comment>> => {
  if (!item || !isLive(item)) throw new PortalError('not_found')
  const names = namesFrom(await store.table.getMany(personKeys([item.author.personId])))
  return {
    body: commentView(item, names, actor),
    version: item.version,
    wrote: [written(item)],
  }
}

const demandTopLevel = ({ store }: Deps, parentKey: Key, row: (key: Key) => Row | undefined): void => {
  const parent = store.comments.parse(row(parentKey))
  if (!parent || !isLive(parent) || parent.replyTo !== undefined) {
    throw fieldError('replyTo', 'invalid', 'Den kommentar kan man ikke svare på.')
  }
}

/** What changes in a comment; undefined when nothing does. */
type Decide = (comment: CommentItem) => Partial<Draft<CommentItem>> | undefined

const change = async (
  deps: Deps,
  act: Act,
  initiativeId: string,
  id: string,
  decide: Decide,
): Promise<Outcome<Comment>> => {
  if (!commentIdShape.safeParse(id).success) throw new PortalError('not_found')
  const key = keys.comment(initiativeId, id)
  return settle(async () => {
    const { row } = await approach(deps, act.actor, initiativeId, [key])
    const comment = deps.store.comments.parse(row(key))
    if (!comment || !isLive(comment)) throw new PortalError('not_found')
    requireUnit(act.actor)
    const next = decide(comment)
    if (next === undefined) return repeat(deps, act.actor, comment)
    const at = isoTime(deps.clock())
    const { v, version, writeId, changedAt, ...kept } = comment
    const draft = { ...kept, updatedAt: at, ...audited(act, at, comment.notCpr), ...next }
    const result = await deps.store.comments.write(draft, version, act.writeId)
    if (!result.landed) return LOST
    const item = { ...draft, v, version: result.version, writeId: act.writeId, changedAt }
    return {
      body: commentView(item, nameOfActor(act.actor), act.actor),
      version: result.version,
      wrote: [written(item)],
    }
  })
}

/** By its author only. */
export const patchComment = (
  deps: Deps,
  act: Act,
  initiativeId: string,
  id: string,
  patch: CommentPatch,
  ifMatch: IfMatch,
) =>
  change(deps, act, initiativeId, id, comment => {
    if (comment.author.personId !== act.actor.personId) throw new PortalError('forbidden')
    honour(ifMatch, comment.version)
    const next = { tone: patch.kind ?? comment.tone, text: patch.text ?? comment.text }
    return next.tone === comment.tone && next.text === comment.text ? undefined : next
  })

/** By its author, or a moderator. The words go; the place stays for the replies, so the tombstone does not expire. */
export const deleteComment = (deps: Deps, act: Act, initiativeId: string, id: string, ifMatch: IfMatch) =>
  change(deps, act, initiativeId, id, comment => {
    const isAuthor = comment.author.personId === act.actor.personId
    if (!isAuthor && !act.actor.roles.includes('moderator')) throw new PortalError('forbidden')
    honour(ifMatch, comment.version)
    return {
      deleted: true,
      text: '',
      notCpr: undefined,
      ...(isAuthor ? {} : recorded(act, isoTime(deps.clock()), 'deleted', comment)),
    }
  })
