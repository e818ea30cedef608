import * as z from 'zod'
import { ACTIVITIES, PERIODS, SHELVES } from '../rules/vocabulary.ts'
import { adoptionStage } from './adoption.ts'
import { catalogueItem } from './catalogue.ts'
import { experience } from './initiative.ts'
import { count, slug } from './text.ts'

export const period = z.enum(PERIODS)
/** A calendar month in Denmark, `2026-11`. */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)

/** Why a card stands on its shelf, in words. Never a number to rank by. */
const shelved = catalogueItem.extend({ reason: z.string() }).meta({ id: 'ShelvedItem' })
export type ShelvedItem = z.infer<typeof shelved>

export const shelf = z
  .object({ id: z.enum(SHELVES), title: z.string(), items: z.array(shelved) })
  .meta({ id: 'Shelf' })
export type Shelf = z.infer<typeof shelf>

export const promising = z.object({ shelves: z.array(shelf) }).meta({ id: 'Promising' })
export type Promising = z.infer<typeof promising>

/** How many units of one area took a card of another, and where they stand. Areas as they were at the time. */
export const flowCell = z
  .object({ from: slug, to: slug, stage: adoptionStage, outcome: experience.optional(), count })
  .meta({ id: 'FlowCell' })
export type FlowCell = z.infer<typeof flowCell>

export const flows = z.object({ cells: z.array(flowCell), period }).meta({ id: 'Flows' })
export type Flows = z.infer<typeof flows>

const monthOfArea = z
  .object({ month, areaId: slug, published: count, started: count, inUse: count, stopped: count })
  .meta({ id: 'MonthOfArea' })
export type MonthOfArea = z.infer<typeof monthOfArea>

const monthOfTheme = z.object({ month, themeId: slug, count }).meta({ id: 'MonthOfTheme' })
export type MonthOfTheme = z.infer<typeof monthOfTheme>

export const activity = z
  .object({
    months: z.array(monthOfArea),
    /** Cards published, by theme; a card counts for each of its themes. */
    themes: z.array(monthOfTheme),
    /** The newest cards that got rid of something; `removedTotal` counts them all. */
    removed: z.array(catalogueItem),
    removedTotal: count,
    period,
    /** The months that the figures are about: to this one, from the period's first or the first in which anything happened. */
    span: z.object({ first: month, last: month }),
  })
  .meta({ id: 'Activity' })
export type Activity = z.infer<typeof activity>

/** The cards behind one figure, the newest first; `times` is the figure itself: one card may be taken on by many. */
export const figureCards = z
  .object({ items: z.array(catalogueItem), total: count, times: count })
  .meta({ id: 'FigureCards' })
export type FigureCards = z.infer<typeof figureCards>

/** Unknown ids give no cards. */
export const periodQuery = z.object({ period: period.default('all') })
export const areaQuery = periodQuery.extend({ area: z.string().optional() })
export type AreaQuery = z.output<typeof areaQuery>
export const flowQuery = periodQuery.extend({
  from: z.string().optional(),
  to: z.string().optional(),
  stage: adoptionStage.optional(),
  outcome: experience.optional(),
  /** Without those who only consider it. */
  taken: z.literal('true').optional(),
})
export type FlowQuery = z.output<typeof flowQuery>
export const activityQuery = areaQuery.extend({
  kind: z.enum([...ACTIVITIES, 'removed']).default('published'),
  month: month.optional(),
  theme: z.string().optional(),
})
export type ActivityQuery = z.output<typeof activityQuery>
