import * as z from 'zod'
import { time } from './text.ts'

const row = z.record(z.string(), z.unknown())

/** Everything that the portal holds about one person, by what it is. */
export const myData = z
  .object({
    at: time,
    /** Name, title, unit, roles and preferences. */
    person: row.optional(),
    sessions: z.array(row),
    initiatives: z.array(row),
    adoptions: z.array(row),
    comments: z.array(row),
    reactions: z.array(row),
    spotlights: z.array(row),
    reports: z.array(row),
    /** What one did as a moderator. */
    moderation: z.array(row),
    /** How fast one went lately. */
    rates: z.array(row),
  })
  .meta({ id: 'MyData' })
export type MyData = z.infer<typeof myData>
