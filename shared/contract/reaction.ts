import * as z from 'zod'
import { personId } from './person.ts'
import { time } from './text.ts'

/** "Inspirerer": one a person and card; it is counted, never listed. */
export const reaction = z.object({ initiativeId: z.string(), personId, createdAt: time })
export type Reaction = z.infer<typeof reaction>
