import * as fc from 'fast-check'
import type { Actor } from '#functions/domain/actor.ts'
import { putAdoption } from '#functions/domain/adopt.ts'
import {
  deleteInitiative,
  patchInitiative,
  publishInitiative,
  withdrawInitiative,
} from '#functions/domain/change-initiative.ts'
import { createInitiative } from '#functions/domain/create-initiative.ts'
import { hideText, showText } from '#functions/domain/moderate.ts'
import { reserveSlot } from '#functions/domain/once.ts'
import { pointAt } from '#functions/domain/point-at.ts'
import { setReaction } from '#functions/domain/react.ts'
import { erasePerson } from '#functions/domain/standing.ts'
import { createComment, deleteComment } from '#functions/domain/write-comment.ts'
import { adoptionInput } from '#shared/contract/adoption.ts'
import { commentInput } from '#shared/contract/comment.ts'
import { initiativeInput, initiativePatch } from '#shared/contract/initiative.ts'
import { five } from '#tests/support/cards.ts'
import { dorte, lis, mette, mogens, ole, pia, soeren } from '#tests/support/norddjurs.ts'
import { type Model, type ModelCard, newCard, refusal } from './model.ts'
import { actOf, codeOf, type Instance, scopeOf } from './world.ts'

export const PEOPLE = [mette, soeren, lis, ole, pia, dorte, mogens] as const

/** What a POST meets on its way: nothing; an end after the reservation; the same at two instances at once; a late retry. */
const ROADS = ['plain', 'crashed', 'twice at once', 'again after 11 minutes'] as const
type Road = (typeof ROADS)[number]

export const action = fc.record({
  what: fc.constantFrom(
    'create',
    'create',
    'publish',
    'publish',
    'edit',
    'withdraw',
    'delete',
    'comment',
    'comment',
    'comment',
    'reply',
    'uncomment',
    'adopt',
    'adopt',
    'react',
    'pointAt',
    'hide',
    'show',
    'erase',
  ),
  who: fc.nat({ max: PEOPLE.length - 1 }),
  card: fc.nat({ max: 5 }),
  nth: fc.nat({ max: 3 }),
  at: fc.boolean(),
  road: fc.constantFrom<Road>(...ROADS),
})
export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

type World = { one: Instance; other: Instance; model: Model; advance: (ms: number) => void; key: string }
type Step = { got: string | undefined; wanted: string | undefined }

const MINUTE = 60_000

/** Does a POST by one of the roads; every answer must name the same id. */
const post = async (
  world: World,
  road: Road,
  first: Instance,
  reserve: () => Promise<unknown>,
  send: (at: Instance) => Promise<{ body: { id: string } }>,
): Promise<string[]> => {
  const idAt = async (at: Instance) => (await send(at)).body.id
  const second = first === world.one ? world.other : world.one
  if (road === 'crashed') await reserve()
  if (road === 'twice at once') return Promise.all([idAt(first), idAt(second)])
  const id = await idAt(first)
  if (road !== 'again after 11 minutes') return [id]
  world.advance(11 * MINUTE)
  return [id, await idAt(second)]
}

const create = async (world: World, { at, road }: Action, who: Actor): Promise<Step> => {
  const input = initiativeInput.parse({ ...five, title: world.key, status: at ? 'published' : 'draft' })
  const scope = scopeOf(who, '/initiatives', world.key, input)
  const first = at ? world.one : world.other
  const made = await post(
    world,
    road,
    first,
    () => reserveSlot(first.deps, scope, first.deps.ids.initiative, 'crashed'),
    ({ deps }) => createInitiative(deps, actOf(who), input, scope),
  )
  const [id = ''] = made
  const status = at ? 'published' : 'draft'
  world.model.cards.push(newCard(id, who.unitId ?? '', status, world.key))
  return { got: new Set(made).size === 1 ? undefined : 'more than one', wanted: undefined }
}

const say = async (
  world: World,
  { at, road }: Action,
  who: Actor,
  card: ModelCard,
  replyTo?: string,
): Promise<Step> => {
  const input = commentInput.parse({ kind: 'question', text: world.key, replyTo })
  const scope = scopeOf(who, `/initiatives/${card.id}/comments`, world.key, input)
  const first = at ? world.one : world.other
  const parent = replyTo === undefined ? undefined : card.comments.get(replyTo)
  const mayReply = replyTo === undefined || (parent && !parent.isDeleted && parent.replyTo === undefined)
  const wanted = refusal.comment(card, who) ?? (mayReply ? undefined : 'invalid')
  let made: string[] = []
  const reserve = async () =>
    wanted === undefined && reserveSlot(first.deps, scope, first.deps.ids.comment, 'crashed')
  const got = await codeOf(
    post(world, road, first, reserve, ({ deps }) =>
      createComment(deps, actOf(who), card.id, input, scope),
    ).then(ids => {
      made = ids
    }),
  )
  const [id] = made
  if (id !== undefined) card.comments.set(id, { by: who.personId, replyTo, isDeleted: false })
  return { got: new Set(made).size > 1 ? 'more than one' : got, wanted }
}

/** Runs one action against the portal and the model. */
export const perform = async (world: World, chosen: Action): Promise<Step> => {
  const who = PEOPLE[chosen.who] ?? mette
  if (chosen.what === 'create') return create(world, chosen, who)
  const card = world.model.cards[chosen.card % Math.max(1, world.model.cards.length)]
  if (!card) return { got: undefined, wanted: undefined }
  const { deps, store } = chosen.at ? world.one : world.other
  const act = actOf(who)
  const step = async (work: Promise<unknown>, wanted: string | undefined, done: () => void) => {
    const got = await codeOf(work)
    if (wanted === undefined && got === undefined) done()
    return { got, wanted }
  }
  switch (chosen.what) {
    case 'publish':
      return step(publishInitiative(deps, act, card.id, undefined), refusal.publish(card, who), () => {
        card.status = 'published'
      })
    case 'edit': {
      const seen = (await store.initiatives.find(card.id))?.version ?? 1
      const patch = initiativePatch.parse({ title: world.key })
      return step(patchInitiative(deps, act, card.id, patch, [seen]), refusal.edit(card, who), () => {
        card.title = world.key
      })
    }
    case 'withdraw':
      return step(
        withdrawInitiative(deps, act, card.id, 'Vi er holdt op.', undefined),
        refusal.withdraw(card, who),
        () => {
          card.status = 'withdrawn'
        },
      )
    case 'delete':
      return step(deleteInitiative(deps, act, card.id, undefined), refusal.delete(card, who), () => {
        card.status = 'gone'
      })
    case 'hide':
      return step(
        hideText(deps, act, { initiativeId: card.id }, 'Skriv det om.'),
        refusal.hide(card, who),
        () => {
          card.hidden = true
        },
      )
    case 'show':
      return step(showText(deps, act, { initiativeId: card.id }), refusal.show(card, who), () => {
        card.hidden = false
      })
    case 'comment':
      return say(world, chosen, who, card)
    case 'reply':
      return say(world, chosen, who, card, [...card.comments.keys()][chosen.nth])
    case 'uncomment': {
      const [id, said] = [...card.comments][chosen.nth] ?? []
      if (id === undefined || !said) return { got: undefined, wanted: undefined }
      const may = said.by === who.personId || who.roles.includes('moderator')
      const known = card.status !== 'gone' && refusal.react(card, who) !== 'not_found'
      const wanted = !known || said.isDeleted ? 'not_found' : may ? undefined : 'forbidden'
      return step(deleteComment(deps, act, card.id, id, undefined), wanted, () => {
        said.isDeleted = true
      })
    }
    case 'adopt': {
      const unitId = who.unitId ?? ''
      const input = adoptionInput.parse({ stage: 'trying', kept: world.key })
      const work = putAdoption(deps, act, card.id, unitId, input, undefined)
      return step(work, refusal.adopt(card, who), () => {
        card.adoptions.set(unitId, world.key)
      })
    }
    case 'react':
      return step(setReaction(deps, act, card.id, true), refusal.react(card, who), () => {
        card.reactions.add(who.personId)
      })
    case 'pointAt':
      return step(pointAt(deps, act, card.id, world.key), refusal.pointAt(card, who), () => {
        card.spotlight = world.key
      })
    case 'erase': {
      const gone = world.model.erased.has(who.personId)
      const self = who.personId === mogens.personId
      const wanted = self ? 'forbidden' : gone ? 'not_found' : undefined
      return step(erasePerson(deps, actOf(mogens), who.personId), wanted, () => {
        world.model.erased.add(who.personId)
      })
    }
  }
}
