import * as z from 'zod'
import { time } from './text.ts'

/** That a moderator hid a text. Why, and what was answered, only for those who still see the text. */
export const hidden = z
  .object({ at: time, reason: z.string().optional(), answer: z.string().optional() })
  .meta({ id: 'Hidden' })
export type Hidden = z.infer<typeof hidden>
