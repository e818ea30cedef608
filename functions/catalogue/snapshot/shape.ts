import * as z from 'zod'
import { adoptionItem, initiativeItem, spotlightItem } from '#functions/store/items.ts'
import type { Lists } from './strung.ts'

const entryDump = z.object({
  id: z.string(),
  card: initiativeItem.optional(),
  adoptions: z.array(adoptionItem),
  spotlights: z.array(spotlightItem),
  comments: z.array(z.string()),
  reactions: z.array(z.string()),
  versions: z.array(z.tuple([z.string(), z.int()])),
})
export type EntryDump = z.infer<typeof entryDump>
export const entryDumps = z.array(entryDump)

const stateHead = z.object({
  /** Id, version, and the name of those who have one. */
  persons: z.array(z.tuple([z.string(), z.int(), z.string().nullable()])),
  /** Id, the unit they chose themselves, and whether a moderator has confirmed it. */
  choices: z.array(z.tuple([z.string(), z.string(), z.boolean()])),
})
export type StateDump = z.infer<typeof stateHead> & { entries: EntryDump[] }

const groundHead = z.object({
  /** Of the organisation and the taxonomy whose names the cards' words hold. */
  names: z.string(),
  stems: z.array(z.string()),
  /** Spelling, and the numbers of its stem and of its parts' stems. */
  words: z.array(z.tuple([z.string(), z.int().nonnegative(), z.array(z.int().nonnegative())])),
  /** Of all cards, by number: its id, and the version whose words are known (0 where none are). */
  ids: z.array(z.string()),
  versions: z.array(z.int().nonnegative()),
})
/** With lists of numbers: the words of each card; where each stem stands, whole and as a part. */
export type GroundDump = z.infer<typeof groundHead> & {
  texts: Lists
  wholes: Lists
  parts: Lists
}

/** Moved by every change of what is told here: what says another number is not read. */
export const SHAPE = 3

/** What can be told of every snapshot, whichever version wrote it. */
export const anyDump = z.object({ v: z.int() })

/** All that an instance knows, and when (ms) it last asked for what changed; without the cards and the lists of numbers. */
export const dumpHead = z.object({ at: z.number(), state: stateHead, ground: groundHead })
export type CatalogueDump = { v: typeof SHAPE; at: number; state: StateDump; ground: GroundDump }
