import * as z from 'zod'
import { fieldError } from './problem.ts'
import { fromToken, toToken } from './token.ts'

/** An item that was written: enough to read it again, and to know when a replica has it. */
export type Written = { pk: string; sk: string; version: number }

const MOST = 20
const KEEPS_MS = 3 * 60 * 1000

const entry = z.tuple([
  z.int().nonnegative(),
  z.string().regex(/^[IP]#[0-9A-Za-z_]{1,80}$/),
  z.string().regex(/^[A-Z](#[0-9A-Za-z_-]{1,80})?$/),
  z.int().positive(),
])
const entries = z.array(entry).max(MOST)
type Entries = z.infer<typeof entries>

const read = (token: string | undefined): Entries => {
  if (token === undefined || token.trim() === '') return []
  try {
    return entries.parse(fromToken(token))
  } catch {
    throw fieldError('Portal-Seen', 'invalid', 'Portal-Seen kan ikke læses. Lad den være ude.')
  }
}

/** Throws `invalid` for what cannot be read. */
export const demandReadableSeen = (token: string | undefined): void => {
  read(token)
}

/** The items a token names that are at most three minutes old. Throws `invalid` for what cannot be read. */
export const decodeSeen = (token: string | undefined, now: number): Written[] =>
  read(token)
    .filter(([at]) => now - at <= KEEPS_MS)
    .map(([, pk, sk, version]) => ({ pk, sk, version }))

/** A token that covers what an earlier one did, and what was written now: the newest 20 items. */
export const encodeSeen = (carried: string | undefined, wrote: readonly Written[], now: number): string => {
  const mine: Entries = wrote.map(({ pk, sk, version }) => [now, pk, sk, version])
  const earlier = read(carried).filter(
    ([at, pk, sk]) => now - at <= KEEPS_MS && !mine.some(([, p, s]) => p === pk && s === sk),
  )
  return toToken([...mine, ...earlier].slice(0, MOST))
}
