import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '#functions/platform/clock.ts'
import { keys } from './table.ts'
import type { TableClient } from './table-client.ts'

/** Well below the 400 KB that an item may have. */
const PIECE = 350_000
/** Nobody begins from one that is older; DynamoDB's expiry takes it. */
const KEPT_SECONDS = 24 * 60 * 60

/** Two places, written in turn: whoever reads the one is not disturbed, and nothing older than the other is kept. */
const slot = z.enum(['a', 'b'])
const head = z.object({
  slot,
  generation: z.string(),
  pieces: z.int().nonnegative(),
  /** What is in the other place. */
  piecesBefore: z.int().nonnegative(),
  writtenAt: z.number(),
})
const piece = z.object({ sk: z.string(), generation: z.string(), bytes: z.instanceof(Uint8Array) })

/** Bytes of any length in the table: pieces first, then the one item that names them, so that a reader finds all or none. */
export const createSnapshots = (table: TableClient, clock: Clock) => {
  const findHead = async () => {
    const row = await table.get(keys.snapshot())
    // What was left before there were two places is nothing to begin from.
    return row === undefined ? undefined : head.safeParse(row).data
  }

  const get = async (): Promise<Uint8Array | undefined> => {
    const found = await findHead()
    if (!found) return undefined
    const wanted = Array.from({ length: found.pieces }, (_, index) => keys.snapshotPiece(found.slot, index))
    const pieces = (await table.getMany(wanted))
      .map(one => piece.parse(one))
      .filter(({ generation }) => generation === found.generation)
    if (pieces.length < found.pieces) return undefined
    return Buffer.concat(pieces.sort((a, b) => (a.sk < b.sk ? -1 : 1)).map(({ bytes }) => bytes))
  }

  const put = async (bytes: Uint8Array): Promise<void> => {
    const before = await findHead()
    const generation = randomUUID()
    const pieces = Math.ceil(bytes.length / PIECE)
    const to = before?.slot === 'a' ? 'b' : 'a'
    const expiresAt = Math.floor(clock() / 1000) + KEPT_SECONDS
    for (let index = 0; index < pieces; index++) {
      const part = bytes.subarray(index * PIECE, (index + 1) * PIECE)
      await table.replace({
        ...keys.snapshotPiece(to, index),
        kind: 'snapshot',
        generation,
        bytes: part,
        expiresAt,
      })
    }
    await table.replace({
      ...keys.snapshot(),
      kind: 'snapshot',
      slot: to,
      generation,
      pieces,
      piecesBefore: before?.pieces ?? 0,
      writtenAt: clock(),
      expiresAt,
    })
    for (let index = pieces; index < (before?.piecesBefore ?? 0); index++)
      await table.remove(keys.snapshotPiece(to, index))
  }

  /** When the last one was left (ms by the machine's clock). */
  const writtenAt = async (): Promise<number | undefined> => (await findHead())?.writtenAt

  return { get, put, writtenAt }
}
export type Snapshots = ReturnType<typeof createSnapshots>
