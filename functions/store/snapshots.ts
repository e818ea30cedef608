import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '#functions/platform/clock.ts'
import { keys } from './table.ts'
import type { TableClient } from './table-client.ts'

/** Well below the 400 KB that an item may have. */
const PIECE = 350_000
/** Nobody begins from one that is older; DynamoDB's expiry takes it. */
const KEPT_SECONDS = 24 * 60 * 60

const head = z.object({ generation: z.string(), pieces: z.int().nonnegative(), writtenAt: z.number() })
const piece = z.object({ sk: z.string(), bytes: z.instanceof(Uint8Array) })

/**
 * Bytes of any length in the table: pieces first, then the one item that names them, so that a reader finds all or none.
 * What they replace goes at once: it may tell of somebody who was erased meanwhile.
 */
export const createSnapshots = (table: TableClient, clock: Clock) => {
  const get = async (): Promise<Uint8Array | undefined> => {
    const row = await table.get(keys.snapshot())
    if (row === undefined) return undefined
    const { generation, pieces } = head.parse(row)
    const wanted = Array.from({ length: pieces }, (_, index) => keys.snapshotPiece(generation, index))
    const found = (await table.getMany(wanted)).map(one => piece.parse(one))
    if (found.length < pieces) return undefined
    return Buffer.concat(found.sort((a, b) => (a.sk < b.sk ? -1 : 1)).map(({ bytes }) => bytes))
  }

  const put = async (bytes: Uint8Array): Promise<void> => {
    const before = await table.get(keys.snapshot())
    const generation = randomUUID()
    const pieces = Math.ceil(bytes.length / PIECE)
    const expiresAt = Math.floor(clock() / 1000) + KEPT_SECONDS
    for (let index = 0; index < pieces; index++) {
      const part = bytes.subarray(index * PIECE, (index + 1) * PIECE)
      await table.replace({
        ...keys.snapshotPiece(generation, index),
        kind: 'snapshot',
        bytes: part,
        expiresAt,
      })
    }
    await table.replace({
      ...keys.snapshot(),
      kind: 'snapshot',
      generation,
      pieces,
      writtenAt: clock(),
      expiresAt,
    })
    if (before === undefined) return
    const old = head.parse(before)
    for (let index = 0; index < old.pieces; index++)
      await table.remove(keys.snapshotPiece(old.generation, index))
  }

  /** When the last one was left (ms by the machine's clock). */
  const writtenAt = async (): Promise<number | undefined> => {
    const row = await table.get(keys.snapshot())
    return row === undefined ? undefined : head.parse(row).writtenAt
  }

  return { get, put, writtenAt }
}
