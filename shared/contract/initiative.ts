import * as z from 'zod'
import { LIMITS } from '../rules/limits.ts'
import {
  CARD_STAGES,
  DISCRETIONS,
  EVIDENCES,
  EXPERIENCES,
  ORIGIN_KINDS,
  STATUSES,
  VISIBILITIES,
} from '../rules/vocabulary.ts'
import { adoption } from './adoption.ts'
import { comments } from './comment.ts'
import { hidden } from './hidden.ts'
import { author } from './person.ts'
import { spotlight } from './spotlight.ts'
import { clearable, count, filled, line, list, optional, slug, text, time, version } from './text.ts'

export const initiativeId = z.string().regex(/^ini_[0-9A-HJKMNP-TV-Z]{26}$/)
export const status = z.enum(STATUSES)
export const visibility = z.enum(VISIBILITIES)
export const experience = z.enum(EXPERIENCES)
export const cardStage = z.enum(CARD_STAGES)
export const discretion = z.enum(DISCRETIONS)
const evidence = z.enum(EVIDENCES)
const originKind = z.enum(ORIGIN_KINDS)

const left = <T extends z.ZodType>(schema: T) => schema.nullish().transform(value => value ?? undefined)

const requirements = z.object({
  time: optional(line(LIMITS.requirement)),
  money: optional(line(LIMITS.requirement)),
  permission: optional(line(LIMITS.requirement)),
})
const effect = z.object({ text: filled(text(LIMITS.text)), evidence: left(evidence) })
const removed = z.object({ what: filled(line(LIMITS.removed)), owner: optional(line(LIMITS.removed)) })
const origin = z.object({
  kind: originKind,
  initiativeId: left(initiativeId),
  text: optional(line(LIMITS.originText)),
})

const lists = {
  core: list(line(LIMITS.listItem), LIMITS.core),
  adaptable: list(line(LIMITS.listItem), LIMITS.adaptable),
  questions: list(line(LIMITS.listItem), LIMITS.questions),
  keywords: list(line(LIMITS.keyword), LIMITS.keywords),
  themes: list(line(LIMITS.keyword), LIMITS.themes),
}
const texts = {
  title: line(LIMITS.title),
  summary: line(LIMITS.summary),
  challenge: text(LIMITS.text),
  action: text(LIMITS.text),
  contact: line(LIMITS.contact),
  lessons: text(LIMITS.text),
  fits: text(LIMITS.text),
  doesNotFit: text(LIMITS.text),
}
const choices = { experience, stage: cardStage, discretion }
const groups = { requirements, effect, removed }

const emptied = <T extends z.ZodType>(schema: T) => schema.nullish()

/** What a person may write when a card is made. Server-owned and unknown fields are ignored. */
export const initiativeInput = z
  .object({
    status: z
      .enum(['draft', 'published'])
      .nullish()
      .transform(value => value ?? 'draft'),
    visibility: visibility.nullish().transform(value => value ?? 'organisation'),
    title: optional(texts.title),
    summary: optional(texts.summary),
    challenge: optional(texts.challenge),
    action: optional(texts.action),
    contact: optional(texts.contact),
    lessons: optional(texts.lessons),
    fits: optional(texts.fits),
    doesNotFit: optional(texts.doesNotFit),
    experience: left(choices.experience),
    stage: left(choices.stage),
    discretion: left(choices.discretion),
    requirements: left(groups.requirements),
    effect: left(groups.effect),
    removed: left(groups.removed),
    origin: left(origin),
    core: left(lists.core),
    adaptable: left(lists.adaptable),
    questions: left(lists.questions),
    keywords: left(lists.keywords),
    themes: left(lists.themes),
  })
  .meta({ id: 'InitiativeInput' })
export type InitiativeInput = z.output<typeof initiativeInput>

/** Each top-level field sent is replaced whole; null clears it. `origin.initiativeId` stays as it was made. */
export const initiativePatch = z
  .object({
    visibility: visibility.optional(),
    title: clearable(texts.title),
    summary: clearable(texts.summary),
    challenge: clearable(texts.challenge),
    action: clearable(texts.action),
    contact: clearable(texts.contact),
    lessons: clearable(texts.lessons),
    fits: clearable(texts.fits),
    doesNotFit: clearable(texts.doesNotFit),
    experience: emptied(choices.experience),
    stage: emptied(choices.stage),
    discretion: emptied(choices.discretion),
    requirements: emptied(groups.requirements),
    effect: emptied(groups.effect),
    removed: emptied(groups.removed),
    origin: emptied(origin),
    core: emptied(lists.core),
    adaptable: emptied(lists.adaptable),
    questions: emptied(lists.questions),
    keywords: emptied(lists.keywords),
    themes: emptied(lists.themes),
  })
  .meta({ id: 'InitiativePatch' })
export type InitiativePatch = z.output<typeof initiativePatch>

export const counts = z
  .object({ comments: count, adoptions: count, inUse: count, reactions: count })
  .meta({ id: 'Counts' })
export type Counts = z.infer<typeof counts>

/** The words of a card: what its unit wrote, and nothing derived. */
export const initiativeContent = z.object({
  title: z.string().optional(),
  summary: z.string().optional(),
  challenge: z.string().optional(),
  action: z.string().optional(),
  experience: experience.optional(),
  stage: cardStage.optional(),
  contact: z.string().optional(),
  core: z.array(z.string()),
  adaptable: z.array(z.string()),
  requirements: z
    .object({
      time: z.string().optional(),
      money: z.string().optional(),
      permission: z.string().optional(),
    })
    .optional(),
  discretion: discretion.optional(),
  effect: z.object({ text: z.string(), evidence: evidence.optional() }).optional(),
  lessons: z.string().optional(),
  fits: z.string().optional(),
  doesNotFit: z.string().optional(),
  removed: z.object({ what: z.string(), owner: z.string().optional() }).optional(),
  origin: z
    .object({ kind: originKind, initiativeId: z.string().optional(), text: z.string().optional() })
    .optional(),
  themes: z.array(z.string()),
  keywords: z.array(z.string()),
  questions: z.array(z.string()),
})
export type InitiativeContent = z.infer<typeof initiativeContent>

export const initiative = initiativeContent
  .extend({
    id: initiativeId,
    status,
    visibility,
    version,
    unitId: slug,
    areaId: slug,
    counts,
    spotlight: spotlight.optional(),
    author,
    createdAt: time,
    updatedAt: time,
    publishedAt: time.optional(),
    withdrawnReason: z.string().optional(),
    withdrawnAt: time.optional(),
    /** Hidden by a moderator: only the unit and the moderators see the card. */
    hidden: hidden.optional(),
  })
  .meta({ id: 'Initiative' })
export type Initiative = z.infer<typeof initiative>

/** A relative: its title only for those who may see it. */
export const kin = z
  .object({ id: initiativeId, title: z.string().optional(), unitId: slug, areaId: slug, status })
  .meta({ id: 'Kin' })
export type Kin = z.infer<typeof kin>

export const lineage = z.object({ from: kin.optional(), derived: z.array(kin) }).meta({ id: 'Lineage' })
export type Lineage = z.infer<typeof lineage>

export const initiativePage = initiative
  .extend({
    adoptions: z.array(adoption),
    comments,
    lineage,
    /** Whether the one who asks has said "inspirerer". */
    reacted: z.boolean(),
  })
  .meta({ id: 'InitiativePage' })
export type InitiativePage = z.infer<typeof initiativePage>

/** What stays to be seen of a card that was taken back, or narrowed, by those who adopted it. */
export const initiativeTrace = z
  .object({
    id: initiativeId,
    status,
    unitId: slug,
    areaId: slug,
    withdrawnReason: z.string().optional(),
    withdrawnAt: time.optional(),
    adoptions: z.array(adoption),
  })
  .meta({ id: 'InitiativeTrace' })
export type InitiativeTrace = z.infer<typeof initiativeTrace>

export const initiativeView = z.union([initiativePage, initiativeTrace])
export type InitiativeView = z.infer<typeof initiativeView>
