import * as z from 'zod'
import { type Key, keys } from './table.ts'
import type { TableClient } from './table-client.ts'

/** So many at once, and after that one every so often (ms). */
export type Rate = { burst: number; everyMs: number }
export type RateKind = 'writes' | 'exports' | 'sign-ins'
/** `waitMs`: how long until one more would be taken. */
export type Taken = { isTaken: true } | { isTaken: false; waitMs: number }

const bucket = z.object({ emptyAt: z.number() })

const REMEMBERED = 5000
const TRIES = 5
const KEPT_SECONDS = 60 * 60

/**
 * How fast each person goes, the same whichever instance serves them: a leaky bucket in one number, the time at which
 * it would be empty again (the generic cell rate algorithm, ITU-T I.371). It moves by one conditional update: from now
 * where it has run empty, else from where it is. Which of the two is guessed by what this instance saw last; a wrong
 * guess costs a read and another update. Nothing is written for who goes too fast.
 */
export const createRates = (table: TableClient) => {
  const seen = new Map<string, number>()

  const remember = (place: string, emptyAt: number): void => {
    if (seen.size >= REMEMBERED) seen.clear()
    seen.set(place, emptyAt)
  }

  const read = async (key: Key): Promise<number | undefined> => {
    const row = await table.get(key)
    return row === undefined ? undefined : bucket.parse(row).emptyAt
  }

  /** Takes one, unless it would be one too many. */
  const take = async (personId: string, kind: RateKind, { burst, everyMs }: Rate): Promise<Taken> => {
    const key = keys.rate(personId, kind)
    const place = `${key.pk} ${key.sk}`
    const now = table.clock()
    const most = now + (burst - 1) * everyMs
    const expiresAt = Math.floor((now + burst * everyMs) / 1000) + KEPT_SECONDS
    let emptyAt = seen.get(place)
    for (let round = 0; round < TRIES; round++) {
      if (emptyAt !== undefined && emptyAt > most) return { isTaken: false, waitMs: emptyAt - most }
      const isEmpty = emptyAt === undefined || emptyAt < now
      const isTaken = await table.update(
        key,
        isEmpty
          ? {
              set: 'emptyAt = :next, expiresAt = :expiresAt',
              condition: 'attribute_not_exists(pk) OR emptyAt < :now',
              values: { ':next': now + everyMs, ':now': now, ':expiresAt': expiresAt },
            }
          : {
              set: 'emptyAt = emptyAt + :every, expiresAt = :expiresAt',
              condition: 'emptyAt BETWEEN :now AND :most',
              values: { ':every': everyMs, ':now': now, ':most': most, ':expiresAt': expiresAt },
            },
      )
      if (isTaken) {
        remember(place, (isEmpty ? now : (emptyAt ?? now)) + everyMs)
        return { isTaken }
      }
      emptyAt = await read(key)
      if (emptyAt !== undefined) remember(place, emptyAt)
    }
    // Others of the same person were faster each time.
    return { isTaken: false, waitMs: everyMs }
  }

  return { take }
}
export type Rates = ReturnType<typeof createRates>
