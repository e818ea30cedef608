import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Snapshots } from '#functions/store/snapshots.ts'
import { setClock } from '#tests/support/clock.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'

const time = setClock()
let table: TestTable
let snapshots: Snapshots
beforeAll(async () => {
  table = await startTestTable()
  snapshots = table.machine(time.now).store.snapshots
})
afterAll(() => table.stop())

const piecesLeft = async (): Promise<number> => {
  const { store } = table.machine(time.now)
  let count = 0
  for await (const rows of store.personal.everything())
    count += rows.filter(row => row.kind === 'snapshot' && row.sk !== 'head').length
  return count
}
/** Three pieces of it. */
const long = (byte: number): Buffer => Buffer.alloc(900_000, byte)

describe('A snapshot in the table', () => {
  test('is nothing until one was left', async () => {
    expect([await snapshots.get(), await snapshots.writtenAt()]).toEqual([undefined, undefined])
  })

  test('is read as it was written, whatever it replaces', async () => {
    for (const bytes of [long(1), Buffer.from('short'), long(2), long(3), Buffer.from('')]) {
      time.advance(1000)
      await snapshots.put(bytes)
      expect(Buffer.compare((await snapshots.get()) ?? Buffer.from('none'), bytes)).toBe(0)
      expect(await snapshots.writtenAt()).toBe(time.now())
    }
  })

  test('leaves nothing of those before the last two', async () => {
    await snapshots.put(long(4))
    await snapshots.put(Buffer.from('short'))
    expect(await piecesLeft()).toBe(4)
    await snapshots.put(Buffer.from('shorter'))
    expect(await piecesLeft()).toBe(2)
  })
})
