import * as fc from 'fast-check'
import type { Actor } from '#functions/domain/actor.ts'
import { putAdoption } from '#functions/domain/adopt.ts'
import {
  deleteInitiative,
  patchInitiative,
  publishInitiative,
  withdrawInitiative,
} from '#functions/domain/change-initiative.ts'
import { hideText, showText } from '#functions/domain/moderate.ts'
import { pointAt } from '#functions/domain/point-at.ts'
import { setReaction } from '#functions/domain/react.ts'
import { erasePerson } from '#functions/domain/standing.ts'
import { deleteComment } from '#functions/domain/write-comment.ts'
import { adoptionInput } from '#shared/contract/adoption.ts'
import { initiativePatch } from '#shared/contract/initiative.ts'
import { dorte, lis, mette, mogens, ole, pia, soeren } from '#tests/support/norddjurs.ts'
import { cardIn, type Model, type ModelCard, refusal } from './model.ts'
import { comments, creates, reports } from './posts.ts'
import { actOf, type Instance, ROADS, type Road } from './world.ts'

export const PEOPLE = [mette, soeren, lis, ole, pia, dorte, mogens] as const

export const action = fc.record({
  what: fc.constantFrom(
    ...(['create', 'create', 'publish', 'publish', 'edit', 'withdraw', 'delete'] as const),
    ...(['comment', 'comment', 'comment', 'reply', 'uncomment', 'adopt', 'adopt'] as const),
    ...(['react', 'report', 'pointAt', 'hide', 'show', 'erase'] as const),
  ),
  who: fc.nat({ max: PEOPLE.length - 1 }),
  /** One of the unit that the card belongs to: the others may mostly only look. */
  isOwner: fc.boolean(),
  card: fc.nat({ max: 5 }),
  nth: fc.nat({ max: 3 }),
  at: fc.boolean(),
  road: fc.constantFrom<Road>(...ROADS),
})
export type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

/** What one person is about to do: how, with which code it would be refused, and what the model then becomes. */
export type Plan = {
  what: string
  /** Ends with the id of what was made, if anything was. */
  run: (at: Instance, isAllowed: boolean) => Promise<string | undefined>
  wanted: (model: Model) => string | undefined
  apply: (model: Model, made: string | undefined) => void
  /** Edits what it has read: another's write in between refuses it. */
  goesStale?: boolean
}

type Verb = (at: Instance) => Promise<unknown>

/** The plan for an action as the model now stands; undefined where there is nothing to do it to. */
export const planOf = (model: Model, chosen: Action, key: string, other: Instance): Plan | undefined => {
  const { what, nth } = chosen
  const card = model.cards[chosen.card % Math.max(1, model.cards.length)]
  const owners = PEOPLE.filter(({ unitId }) => chosen.isOwner && unitId === card?.unitId)
  const who: Actor = owners[chosen.who % owners.length] ?? PEOPLE[chosen.who] ?? mette
  const act = actOf(who)
  if (what === 'create' || !card) {
    return creates(who, chosen.at ? 'published' : 'draft', key, chosen.road, other)
  }
  const { id } = card
  const plan = (
    run: Verb,
    refused: (card: ModelCard, actor: Actor, model: Model) => string | undefined,
    change: (card: ModelCard, model: Model) => void,
  ): Plan => ({
    what,
    run: async at => void (await run(at)),
    wanted: now => refused(cardIn(now, id), who, now),
    apply: now => change(cardIn(now, id), now),
  })
  switch (what) {
    case 'publish':
      return plan(
        ({ deps }) => publishInitiative(deps, act, id, undefined),
        refusal.publish,
        now => {
          now.status = 'published'
        },
      )
    case 'edit': {
      const edit: Verb = async ({ deps, store }) => {
        const seen = (await store.initiatives.find(id))?.version ?? 1
        return patchInitiative(deps, act, id, initiativePatch.parse({ title: key }), [seen])
      }
      const edited = plan(edit, refusal.edit, now => {
        now.title = key
      })
      return { ...edited, goesStale: true }
    }
    case 'withdraw': {
      const reason = 'Vi er holdt op.'
      return plan(
        ({ deps }) => withdrawInitiative(deps, act, id, reason, undefined),
        refusal.withdraw,
        now => {
          now.status = 'withdrawn'
        },
      )
    }
    case 'delete':
      return plan(
        ({ deps }) => deleteInitiative(deps, act, id, undefined),
        refusal.delete,
        now => {
          now.status = 'gone'
        },
      )
    case 'hide': {
      const target = { initiativeId: id }
      return plan(
        ({ deps }) => hideText(deps, act, target, 'Skriv det om.'),
        refusal.hide,
        now => {
          now.hidden = true
        },
      )
    }
    case 'show':
      return plan(
        ({ deps }) => showText(deps, act, { initiativeId: id }),
        refusal.show,
        now => {
          now.hidden = false
        },
      )
    case 'comment':
      return comments(who, id, undefined, key, chosen.road, other)
    case 'reply':
      return comments(who, id, [...card.comments.keys()][nth], key, chosen.road, other)
    case 'report':
      return reports(who, id, key, chosen.road, other)
    case 'uncomment': {
      const commentId = [...card.comments.keys()][nth]
      if (commentId === undefined) return undefined
      const run: Verb = ({ deps }) => deleteComment(deps, act, id, commentId, undefined)
      const refused = (now: ModelCard) => refusal.uncomment(now, who, commentId)
      return plan(run, refused, now => {
        const said = now.comments.get(commentId)
        if (said) said.isDeleted = true
      })
    }
    case 'adopt': {
      const unitId = who.unitId ?? ''
      const input = adoptionInput.parse({ stage: 'trying', kept: key })
      const run: Verb = ({ deps }) => putAdoption(deps, act, id, unitId, input, undefined)
      return plan(run, refusal.adopt, now => {
        now.adoptions.set(unitId, key)
      })
    }
    case 'react':
      return plan(
        ({ deps }) => setReaction(deps, act, id, true),
        refusal.react,
        now => {
          now.reactions.add(who.personId)
        },
      )
    case 'pointAt':
      return plan(
        ({ deps }) => pointAt(deps, act, id, key),
        refusal.pointAt,
        now => {
          now.spotlight = key
        },
      )
    case 'erase': {
      const run: Verb = ({ deps }) => erasePerson(deps, actOf(mogens), who.personId)
      return plan(
        run,
        (_card, _actor, now) => refusal.erase(now, mogens, who),
        (_card, now) => {
          now.erased.add(who.personId)
        },
      )
    }
  }
}
