import * as z from 'zod'
import { LIMITS } from '../rules/limits.ts'
import { author } from './person.ts'
import { filled, text, time } from './text.ts'

/** A director points at a card, and says why. */
export const spotlight = z.object({ reason: z.string(), author, createdAt: time }).meta({ id: 'Spotlight' })
export type Spotlight = z.infer<typeof spotlight>

export const reasonInput = z.object({ reason: filled(text(LIMITS.reason)) }).meta({ id: 'ReasonInput' })
export type ReasonInput = z.output<typeof reasonInput>
