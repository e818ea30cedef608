import * as z from 'zod'
import { slug } from './text.ts'

export const unit = z.object({ id: slug, name: z.string(), kind: z.string() }).meta({ id: 'Unit' })
export type Unit = z.infer<typeof unit>

export const area = z
  .object({ id: slug, name: z.string(), shortName: z.string(), units: z.array(unit) })
  .meta({ id: 'Area' })
export type Area = z.infer<typeof area>

/** A unit that was closed: its history keeps its name, its cards belong to the successor, else to the moderators. */
export const formerUnit = z
  .object({ id: slug, name: z.string(), areaId: slug, successorId: slug.optional() })
  .meta({ id: 'FormerUnit' })
export type FormerUnit = z.infer<typeof formerUnit>

export const organisation = z
  .object({ areas: z.array(area), former: z.array(formerUnit).optional() })
  .meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof organisation>
