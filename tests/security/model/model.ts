import type { Actor } from '#functions/domain/actor.ts'

type Status = 'draft' | 'published' | 'withdrawn' | 'gone'

/** One card as simply as it can be told. */
export type ModelCard = {
  id: string
  unitId: string
  status: Status
  title: string
  hidden: boolean
  /** By id: who said it, in answer to what, and whether it was deleted. */
  comments: Map<string, { by: string; replyTo: string | undefined; isDeleted: boolean }>
  /** By unit. */
  adoptions: Map<string, string>
  reactions: Set<string>
  spotlight: string | undefined
}

/** Everything there is. What it allows is written out from API.md. */
export type Model = {
  cards: ModelCard[]
  erased: Set<string>
  /** What was reported, by the report's id. */
  reports: Map<string, string>
}

export const emptyModel = (): Model => ({ cards: [], erased: new Set(), reports: new Map() })

export const cardIn = (model: Model, id: string): ModelCard => {
  const card = model.cards.find(one => one.id === id)
  if (!card) throw new Error(`no card ${id}`)
  return card
}

export const newCard = (id: string, unitId: string, status: Status, title: string): ModelCard => ({
  id,
  unitId,
  status,
  title,
  hidden: false,
  comments: new Map(),
  adoptions: new Map(),
  reactions: new Set(),
  spotlight: undefined,
})

const isOwn = (card: ModelCard, actor: Actor): boolean => card.unitId === actor.unitId
const isModerator = (actor: Actor): boolean => actor.roles.includes('moderator')

/** All cards of the model are for the whole organisation. */
export const sees = (card: ModelCard, actor: Actor): boolean => {
  if (card.status === 'gone') return false
  if (isOwn(card, actor)) return true
  if (card.status === 'draft') return false
  return isModerator(actor) || (card.status === 'published' && !card.hidden)
}

/** Who adopted it still knows that it was there. */
export const knows = (card: ModelCard, actor: Actor): boolean =>
  sees(card, actor) ||
  ((card.status === 'published' || card.status === 'withdrawn') && card.adoptions.has(actor.unitId ?? ''))

const isOut = (card: ModelCard): boolean => card.status === 'published' && !card.hidden

type Refusal = string | undefined

/** The code with which an action is refused, or none. */
export const refusal = {
  edit: (card: ModelCard, actor: Actor): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    if (!sees(card, actor) || !isOwn(card, actor)) return 'forbidden'
    return card.status === 'withdrawn' ? 'not_editable' : undefined
  },
  publish: (card: ModelCard, actor: Actor): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    return isOwn(card, actor) ? undefined : 'forbidden'
  },
  withdraw: (card: ModelCard, actor: Actor): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    const may = isOwn(card, actor) || (sees(card, actor) && isModerator(actor))
    if (!may) return 'forbidden'
    return card.status === 'draft' ? 'not_published' : undefined
  },
  delete: (card: ModelCard, actor: Actor): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    const may = (isOwn(card, actor) && card.status === 'draft') || (sees(card, actor) && isModerator(actor))
    return may ? undefined : 'forbidden'
  },
  hide: (card: ModelCard, actor: Actor): Refusal => {
    if (!sees(card, actor)) return 'not_found'
    if (!isModerator(actor)) return 'forbidden'
    return card.status === 'published' ? undefined : 'not_published'
  },
  show: (card: ModelCard, actor: Actor): Refusal => {
    if (!sees(card, actor)) return 'not_found'
    return isModerator(actor) ? undefined : 'forbidden'
  },
  comment: (card: ModelCard, actor: Actor, replyTo?: string): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    if (!sees(card, actor) || !isOut(card)) return 'not_published'
    const parent = replyTo === undefined ? undefined : card.comments.get(replyTo)
    const mayReply = replyTo === undefined || (parent && !parent.isDeleted && parent.replyTo === undefined)
    return mayReply ? undefined : 'invalid'
  },
  uncomment: (card: ModelCard, actor: Actor, commentId: string): Refusal => {
    const said = card.comments.get(commentId)
    if (!knows(card, actor) || !said || said.isDeleted) return 'not_found'
    return said.by === actor.personId || isModerator(actor) ? undefined : 'forbidden'
  },
  report: (card: ModelCard, actor: Actor): Refusal => (sees(card, actor) ? undefined : 'not_found'),
  adopt: (card: ModelCard, actor: Actor): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    if (isOwn(card, actor)) return 'own_initiative'
    if (card.adoptions.has(actor.unitId ?? '')) return undefined
    return sees(card, actor) && isOut(card) ? undefined : 'not_published'
  },
  react: (card: ModelCard, actor: Actor): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    return sees(card, actor) && isOut(card) ? undefined : 'not_published'
  },
  pointAt: (card: ModelCard, actor: Actor): Refusal => {
    if (!knows(card, actor)) return 'not_found'
    if (!actor.roles.includes('director')) return 'forbidden'
    return isOut(card) ? undefined : 'not_published'
  },
  erase: (model: Model, moderator: Actor, person: Actor): Refusal => {
    if (person.personId === moderator.personId) return 'forbidden'
    return model.erased.has(person.personId) ? 'not_found' : undefined
  },
} as const
