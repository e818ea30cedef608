import * as z from 'zod'
import { LIMITS } from '../rules/limits.ts'
import { adoptionStage } from './adoption.ts'
import { catalogueItem } from './catalogue.ts'
import { initiative } from './initiative.ts'
import { count, slug } from './text.ts'

/** Of those who took a card on, a citizen learns the area and where they stand. */
const publicAdopter = z.object({ areaId: slug, stage: adoptionStage })
const publicCounts = z.object({ adoptions: count, inUse: count })
/** Names stand beside the ids: who looks in from outside has no organisation to look them up in. */
const names = { unitName: z.string(), areaName: z.string() }

export const publicItem = catalogueItem
  .omit({ spotlight: true, voice: true, counts: true, adopters: true })
  .extend({ ...names, counts: publicCounts, adopters: z.array(publicAdopter) })
  .meta({ id: 'PublicItem' })
export type PublicItem = z.infer<typeof publicItem>

export const publicItems = z
  .object({ items: z.array(publicItem), nextCursor: z.string().optional() })
  .meta({ id: 'PublicItems' })
export type PublicItems = z.infer<typeof publicItems>

/** A public card: no person, no talk, no reaction. */
export const publicInitiative = initiative
  .omit({
    contact: true,
    origin: true,
    counts: true,
    spotlight: true,
    author: true,
    version: true,
    withdrawnReason: true,
    withdrawnAt: true,
  })
  .extend({
    ...names,
    counts: publicCounts,
    origin: initiative.shape.origin.unwrap().omit({ text: true }).optional(),
    adoptions: z.array(publicAdopter),
  })
  .meta({ id: 'PublicInitiative' })
export type PublicInitiative = z.infer<typeof publicInitiative>

export const publicQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(LIMITS.cataloguePageMost))
    .optional(),
  cursor: z.string().max(1000).optional(),
})
export type PublicQuery = z.output<typeof publicQuery>
