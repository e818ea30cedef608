import * as z from 'zod'
import { adoptionItem, initiativeItem, spotlightItem } from '#functions/store/items.ts'

const entry = z.object({
  id: z.string(),
  card: initiativeItem.optional(),
  adoptions: z.array(adoptionItem),
  spotlights: z.array(spotlightItem),
  comments: z.array(z.string()),
  reactions: z.array(z.string()),
  versions: z.array(z.tuple([z.string(), z.int()])),
})
export const stateDump = z.object({
  entries: z.array(entry),
  /** Id, version, and the name of those who have one. */
  persons: z.array(z.tuple([z.string(), z.int(), z.string().nullable()])),
  /** Id, the unit they chose themselves, and whether a moderator has confirmed it. */
  choices: z.array(z.tuple([z.string(), z.string(), z.boolean()])),
})
export type StateDump = z.infer<typeof stateDump>

export const groundDump = z.object({
  /** Of the organisation and the taxonomy whose names the cards' words hold. */
  names: z.string(),
  /** Spelling, stem, stems of its parts. */
  words: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
  /** Id, version, and the numbers of its words (base64 of 32-bit integers). */
  cards: z.array(z.tuple([z.string(), z.int(), z.string()])),
})
export type GroundDump = z.infer<typeof groundDump>

/** Moved by every change of what is told here: what says another number is not read. */
export const SHAPE = 2

/** All that an instance knows, and when (ms) it last asked for what changed. */
export const catalogueDump = z.object({
  v: z.literal(SHAPE),
  at: z.number(),
  state: stateDump,
  ground: groundDump,
})
export type CatalogueDump = z.infer<typeof catalogueDump>

/** What can be told of every snapshot, whichever version wrote it. */
export const anyDump = z.object({ v: z.int() })
