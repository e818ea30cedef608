import type { Act, Actor, Deps } from '#functions/domain/actor.ts'
import { putAdoption } from '#functions/domain/adopt.ts'
import {
  patchInitiative,
  publishInitiative,
  withdrawInitiative,
} from '#functions/domain/change-initiative.ts'
import { createInitiative } from '#functions/domain/create-initiative.ts'
import { pointAt } from '#functions/domain/point-at.ts'
import { setReaction } from '#functions/domain/react.ts'
import { createComment } from '#functions/domain/write-comment.ts'
import { type Key, keys } from '#functions/store/table.ts'
import { initiativePatch } from '#shared/contract/initiative.ts'
import type { DemoAuthor, DemoCard } from './data.ts'
import { demoCommentId, demoInitiativeId, derivedUlid } from './derived-ids.ts'

/** Something that somebody did at a time. `item` is what it wrote: there and as new, it has been done. */
export type Command = {
  at: number
  by: DemoAuthor
  item: Key
  /** Whether the item's being there is enough (a comment), or its time must have come (an edit). */
  once: boolean
  run: (deps: Deps, act: Act, actor: Actor) => Promise<unknown>
}

const HOUR = 60 * 60 * 1000

/** What one card's people did, in the contract's own actions. `idOf` finds the card that another was made from. */
export const commandsOf = (card: DemoCard, idOf: (ref: string) => string | undefined): Command[] => {
  const id = demoInitiativeId(card.ref, card.createdAt)
  const item = keys.initiative(id)
  const { createdAt, publishedAt, updatedAt, author: by } = card
  const isEdited = publishedAt !== undefined && updatedAt > publishedAt
  const originId = card.origin?.initiativeRef === undefined ? undefined : idOf(card.origin.initiativeRef)
  const { lessons, ...withoutLessons } = card.input
  const input = {
    ...(isEdited ? { ...withoutLessons, lessons: undefined } : card.input),
    origin: card.origin && { kind: card.origin.kind, text: card.origin.text, initiativeId: originId },
  }

  const create: Command = {
    at: createdAt,
    by,
    item,
    once: true,
    run: (deps, act) => createInitiative(deps, act, input),
  }
  const publish = (at: number): Command => ({
    at,
    by,
    item,
    once: false,
    run: (deps, act) => publishInitiative(deps, act, id, undefined),
  })
  const edit: Command = {
    at: updatedAt,
    by,
    item,
    once: false,
    run: async (deps, act) => {
      const version = (await deps.store.initiatives.find(id))?.version ?? 0
      return patchInitiative(deps, act, id, initiativePatch.parse({ lessons }), [version])
    },
  }
  const withdrawn = card.withdrawn
  const withdraw = withdrawn && {
    at: withdrawn.at,
    by,
    item,
    once: false,
    run: (deps: Deps, act: Act) => withdrawInitiative(deps, act, id, withdrawn.reason, undefined),
  }
  return [
    create,
    ...(publishedAt === undefined ? [] : [publish(publishedAt)]),
    ...(isEdited ? [edit] : []),
    ...(withdraw ? [withdraw] : []),
    ...commentsOf(card, id),
    ...adoptionsOf(card, id),
    ...reactionsOf(card, id),
    ...spotlightOf(card, id),
  ]
}

const commentsOf = (card: DemoCard, id: string): Command[] => {
  const commentId = (index: number) => demoCommentId(card.ref, index, card.comments[index]?.createdAt ?? 0)
  return card.comments.map((comment, index) => ({
    at: comment.createdAt,
    by: comment.author,
    item: keys.comment(id, commentId(index)),
    once: true,
    run: (deps, act) => {
      const replyTo = comment.replyTo === undefined ? undefined : commentId(comment.replyTo)
      return createComment(deps, act, id, { ...comment.input, replyTo })
    },
  }))
}

/** First "we will try", then the report: the time of the report is what the promising score uses. */
const adoptionsOf = (card: DemoCard, id: string): Command[] =>
  card.adoptions.flatMap(({ unitId, author: by, createdAt, reportedAt, input }) => {
    const item = keys.adoption(id, unitId)
    const put = (at: number, body: typeof input): Command => ({
      at,
      by,
      item,
      once: false,
      run: (deps, act) => putAdoption(deps, act, id, unitId, body, undefined),
    })
    if (reportedAt === undefined || reportedAt <= createdAt) return [put(createdAt, input)]
    const stage = input.stage === 'considering' ? input.stage : ('trying' as const)
    const first = {
      ...input,
      stage,
      outcome: undefined,
      outcomeText: undefined,
      surprise: undefined,
      thanks: undefined,
    }
    return [put(createdAt, first), put(reportedAt, input)]
  })

/** The demo does not say when: some hours after the card came out, one by one. */
const reactionsOf = (card: DemoCard, id: string): Command[] =>
  card.reactions.map((personId, index) => ({
    at: (card.publishedAt ?? card.createdAt) + (index + 1) * HOUR,
    by: { personId },
    item: keys.reaction(id, personId),
    once: true,
    run: (deps, act) => setReaction(deps, act, id, true),
  }))

const spotlightOf = ({ ref, spotlight }: DemoCard, id: string): Command[] =>
  spotlight === undefined
    ? []
    : [
        {
          at: spotlight.at,
          by: { personId: spotlight.personId },
          item: keys.spotlight(id, derivedUlid(`${ref}/spotlight`, spotlight.at)),
          once: true,
          run: (deps, act) => pointAt(deps, act, id, spotlight.reason),
        },
      ]
