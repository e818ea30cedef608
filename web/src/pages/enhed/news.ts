import type { Adoption } from '#shared/contract/adoption.ts'
import type { Comment } from '#shared/contract/comment.ts'
import type { InitiativePage } from '#shared/contract/initiative.ts'

const FRESH = 30 * 86_400_000

export type News =
  | { kind: 'report'; card: InitiativePage; adoption: Adoption; at: string }
  | { kind: 'question'; card: InitiativePage; comment: Comment; at: string }

const latest = (times: readonly string[]): string => [...times].sort().at(-1) ?? ''

/**
 * What others said on our cards that nobody of ours has answered: questions without a reply of ours, however old, and
 * reports of the last month that came after the last we wrote there.
 */
export const newsOn = (card: InitiativePage, unitId: string, now: number): News[] => {
  const talk = card.comments.items.filter(comment => !comment.deleted)
  const ours = talk.filter(comment => comment.author.unitId === unitId)
  const lastWord = latest(ours.map(comment => comment.createdAt))
  const questions = talk
    .filter(comment => comment.kind === 'question' && comment.author.unitId !== unitId)
    .filter(comment => comment.replyTo === undefined)
    .filter(question => !ours.some(reply => reply.replyTo === question.id))
    .map(comment => ({ kind: 'question' as const, card, comment, at: comment.createdAt }))
  const reports = card.adoptions.flatMap(adoption => {
    const at = adoption.reportedAt
    const fresh = at !== undefined && at > lastWord && now - Date.parse(at) < FRESH
    return fresh ? [{ kind: 'report' as const, card, adoption, at }] : []
  })
  return [...questions, ...reports]
}

/** Newest first, over all our cards. */
export const news = (cards: readonly InitiativePage[], unitId: string, now: number): News[] =>
  cards.flatMap(card => newsOn(card, unitId, now)).sort((a, b) => (a.at > b.at ? -1 : 1))

export type Thanks = { adoption: Adoption; text: string }

/** The hand-written thanks of those who adopted our cards, newest first. */
export const thanksIn = (cards: readonly InitiativePage[]): Thanks[] =>
  cards
    .flatMap(card => card.adoptions)
    .flatMap(adoption => (adoption.thanks ? [{ adoption, text: adoption.thanks }] : []))
    .sort((a, b) => (a.adoption.updatedAt > b.adoption.updatedAt ? -1 : 1))
