import * as z from 'zod'
import { LIMITS } from '../rules/limits.ts'
import { COMMENT_KINDS } from '../rules/vocabulary.ts'
import { hidden } from './hidden.ts'
import { author } from './person.ts'
import { filled, text, time, version } from './text.ts'

export const commentId = z.string().regex(/^com_[0-9A-HJKMNP-TV-Z]{26}$/)
const kind = z.enum(COMMENT_KINDS)

export const comment = z
  .object({
    id: commentId,
    initiativeId: z.string(),
    kind,
    text: z.string(),
    replyTo: commentId.optional(),
    author,
    version,
    createdAt: time,
    updatedAt: time,
    /** The text and the author are gone; the place stays for the replies. */
    deleted: z.literal(true).optional(),
    /** The text is gone for all but its author and the moderators. */
    hidden: hidden.optional(),
  })
  .meta({ id: 'Comment' })
export type Comment = z.infer<typeof comment>

export const comments = z
  .object({ items: z.array(comment), nextCursor: z.string().optional() })
  .meta({ id: 'Comments' })
export type Comments = z.infer<typeof comments>

export const commentInput = z
  .object({
    kind,
    text: filled(text(LIMITS.comment)),
    replyTo: commentId.nullish().transform(id => id ?? undefined),
  })
  .meta({ id: 'CommentInput' })
export type CommentInput = z.output<typeof commentInput>

export const commentPatch = z
  .object({ kind: kind.optional(), text: filled(text(LIMITS.comment)).optional() })
  .meta({ id: 'CommentPatch' })
export type CommentPatch = z.output<typeof commentPatch>
