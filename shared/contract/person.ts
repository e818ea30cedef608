import * as z from 'zod'
import { ROLES } from '../rules/vocabulary.ts'
import { slug, time } from './text.ts'

export const personId = z.string().regex(/^per_[0-9A-Za-z]{1,64}$/)
export const role = z.enum(ROLES)

/** How the portal looks and sounds for one person. */
export const preferences = z
  .object({ theme: z.enum(['light', 'dark', 'system']), mail: z.boolean() })
  .partial()
  .meta({ id: 'Preferences' })
export type Preferences = z.infer<typeof preferences>

export const person = z
  .object({
    id: personId,
    name: z.string(),
    title: z.string().optional(),
    unitId: slug.optional(),
    areaId: slug.optional(),
    roles: z.array(role),
    preferences,
    /** True while the person may choose a unit, once. */
    choosesUnit: z.boolean(),
    /** True for a chosen unit that no moderator has confirmed. */
    unitUnconfirmed: z.boolean().optional(),
    /** Since when they have an address of their own feed. */
    feedSince: time.optional(),
  })
  .meta({ id: 'Person' })
export type Person = z.infer<typeof person>

export const personPatch = z.object({ unitId: slug, preferences }).partial().meta({ id: 'PersonPatch' })
export type PersonPatch = z.infer<typeof personPatch>

export const unitConfirmation = z.object({ unitId: slug }).meta({ id: 'UnitConfirmation' })

/** Who wrote: unit and title as at the time of writing, the name as it is now. */
export const author = z
  .object({ personId: personId.optional(), name: z.string(), title: z.string().optional(), unitId: slug })
  .meta({ id: 'Author' })
export type Author = z.infer<typeof author>
