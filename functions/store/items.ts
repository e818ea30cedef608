import * as z from 'zod'
import { adoption } from '#shared/contract/adoption.ts'
import { comment } from '#shared/contract/comment.ts'
import { initiativeContent, status, visibility } from '#shared/contract/initiative.ts'
import { organisation } from '#shared/contract/organisation.ts'
import { personId, preferences, role } from '#shared/contract/person.ts'
import { taxonomy } from '#shared/contract/taxonomy.ts'
import { slug, time } from '#shared/contract/text.ts'
import { MODERATION_ACTIONS, REPORT_OUTCOMES } from '#shared/rules/vocabulary.ts'

/** Every item carries its key, its kind, the shape's number `v`, and who wrote it last. */
const envelope = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  version: z.int().positive(),
  writeId: z.string(),
  changedAt: z.number(),
  /** Seconds since 1970. DynamoDB may be days late: readers look themselves. */
  expiresAt: z.number().optional(),
  deleted: z.literal(true).optional(),
})
export type Envelope = z.infer<typeof envelope>

/** The name is looked up when read, so that it is never wrong and can be erased. */
export const storedAuthor = z.object({ personId, title: z.string().optional(), unitId: slug })
export type StoredAuthor = z.infer<typeof storedAuthor>

/** Ten digits that the writer said are no CPR number: which field, when, who. Never the number. */
const notCpr = z.array(z.object({ field: z.string(), at: time, personId })).optional()
export type NotCpr = z.infer<typeof notCpr>

/** What moderators did to an item, newest last; the last image of it tells all there is to tell. */
const moderation = z
  .array(
    z.object({
      at: time,
      action: z.enum(MODERATION_ACTIONS),
      by: storedAuthor.optional(),
      reason: z.string().optional(),
    }),
  )
  .optional()
export type ModerationEntry = NonNullable<z.infer<typeof moderation>>[number]

const hidden = z.object({ at: time, reason: z.string(), answer: z.string().optional() }).optional()
export type StoredHidden = NonNullable<z.infer<typeof hidden>>

export const initiativeItem = envelope.extend({
  kind: z.literal('initiative'),
  status,
  visibility,
  unitId: slug,
  /** The area at the time of writing; today's organisation decides what is shown. */
  areaId: slug,
  content: initiativeContent,
  author: storedAuthor,
  createdAt: time,
  updatedAt: time,
  publishedAt: time.optional(),
  withdrawnReason: z.string().optional(),
  withdrawnAt: time.optional(),
  notCpr,
  hidden,
  moderation,
})
export const adoptionItem = envelope.extend({
  ...adoption.omit({ version: true, author: true, derivedInitiativeId: true, hidden: true }).shape,
  kind: z.literal('adoption'),
  /** When the unit first said that it stood there; it is kept when it goes on from there. */
  reached: z.object({ in_use: time.optional(), stopped: time.optional() }).optional(),
  author: storedAuthor,
  notCpr,
  hidden,
  moderation,
})
export const commentItem = envelope.extend({
  ...comment.omit({ version: true, author: true, deleted: true, kind: true, hidden: true }).shape,
  kind: z.literal('comment'),
  tone: comment.shape.kind,
  author: storedAuthor,
  notCpr,
  hidden,
  moderation,
})
export const reactionItem = envelope.extend({ kind: z.literal('reaction'), personId, createdAt: time })
export const spotlightItem = envelope.extend({
  kind: z.literal('spotlight'),
  reason: z.string(),
  author: storedAuthor,
  createdAt: time,
  endedAt: time.optional(),
  notCpr,
})
export const lineageItem = envelope.extend({
  kind: z.literal('lineage'),
  derivedId: z.string(),
  unitId: slug,
})
export const personItem = envelope.extend({
  kind: z.literal('person'),
  id: personId,
  name: z.string(),
  title: z.string().optional(),
  /** The unit that sign-in named, known or not. */
  claimedUnitId: z.string().optional(),
  chosenUnitId: slug.optional(),
  unitConfirmed: z.boolean().optional(),
  /** Kept out by a moderator since then. */
  blockedAt: time.optional(),
  /** Sessions and tokens from before this (ms) no longer count. */
  endedAt: z.number().optional(),
  /** The month of the last sign-in: who has not been here for long is forgotten. */
  seenIn: z.string().optional(),
  /** What the person was called before; of one who was erased, all of it until it is gone from the texts too. */
  formerNames: z.array(z.string()).optional(),
  moderation,
  roles: z.array(role),
  preferences,
  /** The address of their own feed, as a hash, and since when it holds. */
  ownFeed: z.object({ hash: z.string(), since: time }).optional(),
  notCpr,
})
export const organisationItem = envelope.extend({ kind: z.literal('organisation'), organisation })
export const taxonomyItem = envelope.extend({ kind: z.literal('taxonomy'), taxonomy })

const textTarget = z.object({
  initiativeId: z.string(),
  commentId: z.string().optional(),
  unitId: z.string().optional(),
})
export const reportItem = envelope.extend({
  kind: z.literal('report'),
  id: z.string(),
  target: textTarget,
  reason: z.string(),
  author: storedAuthor,
  createdAt: time,
  outcome: z.enum(REPORT_OUTCOMES).optional(),
  answer: z.string().optional(),
  settledAt: time.optional(),
  settledBy: storedAuthor.optional(),
  notCpr,
})
export const trailItem = envelope.extend({
  kind: z.literal('trail'),
  at: time,
  action: z.enum(MODERATION_ACTIONS),
  by: storedAuthor.optional(),
  reason: z.string().optional(),
  whose: storedAuthor.optional(),
  target: textTarget.optional(),
  personId: personId.optional(),
})
export type ReportItem = z.infer<typeof reportItem>
export type TrailItem = z.infer<typeof trailItem>

export type InitiativeItem = z.infer<typeof initiativeItem>
export type AdoptionItem = z.infer<typeof adoptionItem>
export type CommentItem = z.infer<typeof commentItem>
export type ReactionItem = z.infer<typeof reactionItem>
export type SpotlightItem = z.infer<typeof spotlightItem>
export type LineageItem = z.infer<typeof lineageItem>
export type PersonItem = z.infer<typeof personItem>

/** What the `changes` index tells a replica. */
export const change = z.discriminatedUnion('kind', [
  initiativeItem,
  adoptionItem,
  commentItem,
  reactionItem,
  spotlightItem,
  personItem,
])
export type Change = z.infer<typeof change>

/** Any item of a card's collection. */
export const collectionItem = z.discriminatedUnion('kind', [
  initiativeItem,
  adoptionItem,
  commentItem,
  reactionItem,
  spotlightItem,
  lineageItem,
])
export type CollectionItem = z.infer<typeof collectionItem>

/** What somebody wrote, and a moderator may have to do with. */
export const textedItem = z.discriminatedUnion('kind', [initiativeItem, adoptionItem, commentItem])
export type TextedItem = z.infer<typeof textedItem>

export const isLive = (item: Envelope | undefined): boolean => item !== undefined && item.deleted !== true

/** What a repository hands to `write`: the item without what the store stamps. */
export type Draft<T extends Envelope> = Omit<T, 'v' | 'version' | 'writeId' | 'changedAt'>
