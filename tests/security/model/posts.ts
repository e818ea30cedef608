import type { Actor } from '#functions/domain/actor.ts'
import { createInitiative } from '#functions/domain/create-initiative.ts'
import { reserveSlot } from '#functions/domain/once.ts'
import { reportText } from '#functions/domain/report.ts'
import { createComment } from '#functions/domain/write-comment.ts'
import { commentInput } from '#shared/contract/comment.ts'
import { initiativeInput } from '#shared/contract/initiative.ts'
import { reportInput } from '#shared/contract/moderation.ts'
import { five } from '#tests/support/cards.ts'
import { cardIn, newCard, refusal } from './model.ts'
import type { Plan } from './plan.ts'
import { actOf, type Instance, type Road, scopeOf } from './world.ts'

type Sent = Promise<{ body: { id: string } }>
const MINUTE = 60_000

/** Does a POST by one of the roads, under one key; every answer must name the same id. */
const post = async (
  [first, second]: readonly [Instance, Instance],
  road: Road,
  reserve: () => Promise<unknown>,
  send: (at: Instance) => Sent,
): Promise<string> => {
  const idAt = async (at: Instance) => (await send(at)).body.id
  const made = new Set<string>()
  if (road === 'crashed') await reserve()
  if (road === 'twice at once') for (const id of await Promise.all([idAt(first), idAt(second)])) made.add(id)
  else made.add(await idAt(first))
  if (road === 'again after 11 minutes') {
    first.advance(11 * MINUTE)
    made.add(await idAt(second))
  }
  const [id = '', more] = made
  if (more !== undefined) throw new Error(`made twice: ${[...made].join(', ')}`)
  return id
}

export const creates = (
  who: Actor,
  status: 'draft' | 'published',
  key: string,
  road: Road,
  other: Instance,
): Plan => {
  const input = initiativeInput.parse({ ...five, title: key, status })
  const scope = scopeOf(who, '/initiatives', key, input)
  return {
    what: 'create',
    run: first =>
      post(
        [first, other],
        road,
        () => reserveSlot(first.deps, scope, first.deps.ids.initiative, 'crashed'),
        ({ deps }) => createInitiative(deps, actOf(who), input, scope),
      ),
    wanted: () => undefined,
    apply: (model, id = '') => void model.cards.push(newCard(id, who.unitId ?? '', status, key)),
  }
}

export const comments = (
  who: Actor,
  cardId: string,
  replyTo: string | undefined,
  key: string,
  road: Road,
  other: Instance,
): Plan => {
  const input = commentInput.parse({ kind: 'question', text: key, replyTo })
  const scope = scopeOf(who, `/initiatives/${cardId}/comments`, key, input)
  return {
    what: replyTo === undefined ? 'comment' : 'reply',
    run: (first, isAllowed) =>
      post(
        [first, other],
        road,
        async () => isAllowed && reserveSlot(first.deps, scope, first.deps.ids.comment, 'crashed'),
        ({ deps }) => createComment(deps, actOf(who), cardId, input, scope),
      ),
    wanted: model => refusal.comment(cardIn(model, cardId), who, replyTo),
    apply: (model, id = '') =>
      void cardIn(model, cardId).comments.set(id, { by: who.personId, replyTo, isDeleted: false }),
  }
}

export const reports = (who: Actor, cardId: string, key: string, road: Road, other: Instance): Plan => {
  const input = reportInput.parse({ reason: key })
  const scope = scopeOf(who, `/initiatives/${cardId}/reports`, key, input)
  return {
    what: 'report',
    run: (first, isAllowed) =>
      post(
        [first, other],
        road,
        async () => isAllowed && reserveSlot(first.deps, scope, first.deps.ids.report, 'crashed'),
        ({ deps }) => reportText(deps, actOf(who), cardId, input, scope),
      ),
    wanted: model => refusal.report(cardIn(model, cardId), who),
    apply: (model, id = '') => void model.reports.set(id, key),
  }
}
