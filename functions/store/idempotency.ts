import { createHash } from 'node:crypto'
import * as z from 'zod'
import { keys, RESERVATION_SECONDS } from './table.ts'
import type { Row, TableClient } from './table-client.ts'

const reservation = z.object({
  bodyHash: z.string(),
  resultId: z.string(),
  at: z.number(),
  expiresAt: z.number(),
})
export type Reservation = z.infer<typeof reservation>

/** Whose retry it is: a key is unique for a person, a method and a path. */
export type RetryScope = { personId: string; method: string; path: string; key: string; bodyHash: string }

const digest = (value: string): string => createHash('sha256').update(value).digest('base64url')

/** The same for bodies that say the same, whatever the order of their fields. */
export const hashBody = (body: unknown): string =>
  digest(
    JSON.stringify(body, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ) ?? '',
  )

export const createIdempotency = (table: TableClient) => {
  const keyOf = ({ personId, method, path, key }: RetryScope) =>
    keys.idempotency(digest(JSON.stringify([personId, method, path, key])))

  /** A reservation that still counts; DynamoDB's own expiry may be days late. */
  const read = (row: Row | undefined): Reservation | undefined => {
    const found = row === undefined ? undefined : reservation.parse(row)
    return found && found.expiresAt > table.clock() / 1000 ? found : undefined
  }

  /** Puts ours if none is there, and answers with the one that counts. */
  const reserve = async (
    scope: RetryScope,
    resultId: string,
    at: number,
    writeId: string,
  ): Promise<Reservation> => {
    const ours = {
      bodyHash: scope.bodyHash,
      resultId,
      at,
      expiresAt: Math.floor(table.clock() / 1000) + RESERVATION_SECONDS,
    }
    const result = await table.reserve({ ...keyOf(scope), ...ours, kind: 'idempotency', v: 1, writeId })
    return result.landed ? ours : (read(result.current) ?? ours)
  }

  return { keyOf, read, reserve }
}
export type Idempotency = ReturnType<typeof createIdempotency>
