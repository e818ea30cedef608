import * as z from 'zod'
import { LIMITS } from '../rules/limits.ts'
import { MODERATION_ACTIONS, REPORT_OUTCOMES } from '../rules/vocabulary.ts'
import { commentId } from './comment.ts'
import { author, personId } from './person.ts'
import { filled, line, slug, text, time } from './text.ts'

export const moderationAction = z.enum(MODERATION_ACTIONS)
const reason = filled(text(LIMITS.reason))

/** Which text: the card's own, or that of a comment or an adoption on it. */
const target = z.object({
  initiativeId: z.string(),
  commentId: commentId.optional(),
  /** Of an adoption. */
  unitId: slug.optional(),
})
export type Target = z.infer<typeof target>

/** Anybody who reads a text may say that something is wrong with it. */
export const reportInput = z
  .object({
    reason,
    commentId: commentId.nullish().transform(id => id ?? undefined),
    unitId: slug.nullish().transform(id => id ?? undefined),
  })
  .meta({ id: 'ReportInput' })
export type ReportInput = z.output<typeof reportInput>

export const report = z
  .object({
    id: z.string(),
    target,
    reason: z.string(),
    author,
    createdAt: time,
    outcome: z.enum(REPORT_OUTCOMES).optional(),
    /** What the moderator says to the one who reported. */
    answer: z.string().optional(),
    settledAt: time.optional(),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof report>

/** As moderators see it, with the beginning of the text as it is now; without it when it is gone. */
export const reports = z
  .object({
    items: z.array(report.extend({ title: z.string().optional(), excerpt: z.string().optional() })),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'Reports' })
export type Reports = z.infer<typeof reports>

export const settlement = z
  .object({ outcome: z.enum(REPORT_OUTCOMES), answer: reason })
  .meta({ id: 'Settlement' })
export type Settlement = z.output<typeof settlement>

export const answerInput = z.object({ answer: reason }).meta({ id: 'AnswerInput' })

/** The exact words that go, wherever the text has them; they are kept nowhere. */
export const redactionInput = z
  .object({ words: filled(line(LIMITS.summary)), reason })
  .meta({ id: 'RedactionInput' })
export type RedactionInput = z.output<typeof redactionInput>

/** Who did what to whose text. */
export const trail = z
  .object({
    items: z.array(
      z.object({
        at: time,
        action: moderationAction,
        /** Absent when the portal did it by itself. */
        by: author.optional(),
        reason: z.string().optional(),
        /** A text's author. */
        whose: author.optional(),
        target: target.optional(),
        /** Who it was done to, where it was no text. */
        person: z.object({ personId, name: z.string() }).optional(),
      }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'Trail' })
export type Trail = z.infer<typeof trail>

/** Units that people chose themselves: those that wait first. */
export const chosenUnits = z
  .object({
    items: z.array(z.object({ personId, name: z.string(), unitId: slug, isConfirmed: z.boolean() })),
  })
  .meta({ id: 'ChosenUnits' })
export type ChosenUnits = z.infer<typeof chosenUnits>
