import * as z from 'zod'
import { LIMITS } from '../rules/limits.ts'
import { SORTS } from '../rules/vocabulary.ts'
import { adoption, adoptionStage } from './adoption.ts'
import {
  cardStage,
  counts,
  discretion,
  experience,
  initiativeId,
  kin,
  status,
  visibility,
} from './initiative.ts'
import { spotlight } from './spotlight.ts'
import { count, filled, line, optional, slug, text, time } from './text.ts'

export const sort = z.enum(SORTS)

/** Where a snippet comes from. */
export const snippetField = z.enum([
  'title',
  'summary',
  'challenge',
  'action',
  'core',
  'keywords',
  'themes',
  'unit',
  'area',
])
const ranges = z.array(z.tuple([count, count]))

/** What answers the query. Ranges are code points, from and up to. */
export const highlight = z
  .object({
    title: ranges,
    snippet: z.object({ field: snippetField, text: z.string(), ranges }),
  })
  .meta({ id: 'Highlight' })
export type Highlight = z.infer<typeof highlight>

/** A card as a list shows it: without its long texts, with its journey. */
export const catalogueItem = z
  .object({
    id: initiativeId,
    title: z.string().optional(),
    summary: z.string().optional(),
    unitId: slug,
    areaId: slug,
    experience: experience.optional(),
    stage: cardStage.optional(),
    status,
    visibility,
    discretion: discretion.optional(),
    themes: z.array(z.string()),
    counts,
    spotlight: spotlight.optional(),
    publishedAt: time.optional(),
    updatedAt: time,
    adopters: z.array(z.object({ unitId: slug, areaId: slug, stage: adoptionStage })),
    voice: z.object({ unitId: slug, text: z.string() }).optional(),
    removed: z.object({ what: z.string(), owner: z.string().optional() }).optional(),
    learned: z.string().optional(),
    highlight: highlight.optional(),
    /** A moderator hid it: only the unit and the moderators see it here. */
    hidden: z.literal(true).optional(),
  })
  .meta({ id: 'CatalogueItem' })
export type CatalogueItem = z.infer<typeof catalogueItem>

const facet = z.record(z.string(), count)
export const facets = z
  .object({
    area: facet,
    unit: facet,
    theme: facet,
    themeGroup: facet,
    stage: facet,
    experience: facet,
    discretion: facet,
  })
  .meta({ id: 'Facets' })
export type Facets = z.infer<typeof facets>

export const catalogue = z
  .object({
    items: z.array(catalogueItem),
    facets,
    total: count,
    match: z.enum(['all', 'some']),
    suggestion: z.string().optional(),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'Catalogue' })
export type Catalogue = z.infer<typeof catalogue>

const repeatable = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform(value => (value === undefined ? [] : [value].flat()))

/** Filters: or within, and between. Unknown ids give no items, unknown parameters are ignored. */
export const catalogueQuery = z.object({
  q: optional(line(LIMITS.query)),
  area: repeatable,
  unit: repeatable,
  theme: repeatable,
  themeGroup: repeatable,
  stage: repeatable,
  experience: repeatable,
  discretion: repeatable,
  adoptedBy: repeatable,
  spotlight: z.enum(['true', 'false']).optional(),
  status: status.optional(),
  sort: sort.optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(LIMITS.cataloguePageMost))
    .optional(),
  cursor: z.string().max(1000).optional(),
})
export type CatalogueQuery = z.output<typeof catalogueQuery>

/** A text being written, and the card it is of, which is not like itself. */
export const similarQuery = z.object({
  text: filled(text(LIMITS.similarText)),
  not: initiativeId.optional(),
})
export const similar = z.object({ items: z.array(catalogueItem) }).meta({ id: 'Similar' })
export type Similar = z.infer<typeof similar>

export const unitAdoptions = z
  .object({ items: z.array(adoption.extend({ initiative: catalogueItem })) })
  .meta({ id: 'UnitAdoptions' })
export type UnitAdoptions = z.infer<typeof unitAdoptions>

/** A relative in the family tree, and the card there that it was made from. */
export const kindred = kin.extend({ fromId: initiativeId.optional() }).meta({ id: 'Kindred' })
export type Kindred = z.infer<typeof kindred>

export const lineageTree = z.object({ items: z.array(kindred) }).meta({ id: 'LineageTree' })
export type LineageTree = z.infer<typeof lineageTree>
