import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUp, restore } from '#functions/store/backup.ts'
import { FIRST_LINE, itemLine, lastLine, readBackup } from '#functions/store/backup-lines.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'
import { createFaults } from '#tests/support/faults.ts'
import { startPortal } from '#tests/support/portal.ts'

const collect = async (lines: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}
async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

let tables: TestTable[] = []
const emptyTable = async () => {
  const table = await startTestTable()
  tables.push(table)
  return { client: table.machine(Date.now).client, name: table.name }
}
let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => {
  portal = await startPortal({ cards: true })
})
afterAll(async () => {
  await portal.stop()
  for (const table of tables) await table.stop()
  tables = []
})

const backUpPortal = () => collect(backUp(portal.client, portal.config.tableName))

describe('A backup', () => {
  test('put into an empty table is the same table: every item of the demo, in every attribute', async () => {
    await portal.pump.flush()
    const before = await backUpPortal()
    const { client, name } = await emptyTable()
    const { put, removed } = await restore(client, name, each(before), { replace: false })
    expect([put, removed]).toEqual([before.length - 2, 0])
    expect(put).toBeGreaterThan(300)
    expect((await collect(backUp(client, name))).sort()).toEqual(before.sort())
  })

  test('goes on when the table is throttled for longer than the SDK itself tries', async () => {
    const { client, name } = await emptyTable()
    const faults = createFaults({ seed: 1, clock: Date.now })
    faults.attach(client)
    for (let tries = 0; tries < 6; tries++) {
      faults.next('throttle', 'Scan')
      faults.next('throttle', 'BatchWriteItem')
    }
    const item = { pk: { S: 'I#1' }, sk: { S: 'A' } }
    const lines = [FIRST_LINE, itemLine(item), lastLine(1)]
    expect(await restore(client, name, each(lines), { replace: false })).toEqual({ put: 1, removed: 0 })
    expect(faults.injected.throttle).toBe(12)
    expect(await collect(backUp(client, name))).toEqual(lines)
  })

  test('replaces what is there, item for item, and again changes nothing', async () => {
    const { client, name } = await emptyTable()
    const put = (sk: string, S: string) =>
      client.send(
        new PutItemCommand({ TableName: name, Item: { pk: { S: 'I#1' }, sk: { S: sk }, text: { S } } }),
      )
    await put('A', 'first')
    const before = await collect(backUp(client, name))
    await put('A', 'changed')
    await put('B', 'new')
    await expect(restore(client, name, each(before), { replace: false })).rejects.toThrow('not empty')
    expect(await restore(client, name, each(before), { replace: true })).toEqual({ put: 1, removed: 1 })
    expect(await restore(client, name, each(before), { replace: true })).toEqual({ put: 1, removed: 0 })
    expect(await collect(backUp(client, name))).toEqual(before)
  })

  test.each([
    ['cut off', (lines: string[]) => lines.slice(0, -1), 'cut off'],
    ['without a line', (lines: string[]) => [...lines.slice(0, 2), ...lines.slice(3)], 'not whole'],
    ['of something else', () => ['{"pk":{"S":"a"}}', '{"items":0}'], 'not a backup'],
    ['empty', () => [], 'cut off'],
    ['with a broken line', (lines: string[]) => lines.with(1, '{"pk":'), 'Line 2'],
    ['with an item that has no key', (lines: string[]) => lines.with(1, '{"pk":{"S":"a"}}'), 'Line 2'],
  ])('that is %s writes nothing', async (_, spoil, words) => {
    const { client, name } = await emptyTable()
    const lines = await backUpPortal()
    await expect(restore(client, name, each(spoil(lines)), { replace: false })).rejects.toThrow(words)
    expect(await collect(backUp(client, name))).toEqual([FIRST_LINE, lastLine(0)])
  })
})

const scalar = fc.oneof(
  fc.record({ S: fc.string({ unit: 'binary' }) }),
  fc.record({ N: fc.integer().map(String) }),
  fc.record({ BOOL: fc.boolean() }),
  fc.record({ NULL: fc.constant<true>(true) }),
  fc.record({ B: fc.uint8Array() }),
  fc.record({ SS: fc.uniqueArray(fc.string(), { minLength: 1 }) }),
  fc.record({ NS: fc.uniqueArray(fc.integer().map(String), { minLength: 1 }) }),
  fc.record({ BS: fc.array(fc.uint8Array(), { minLength: 1 }) }),
)
const { value } = fc.letrec<{ value: AttributeValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.record({ L: fc.array(tie('value')) }),
    fc.record({
      M: fc.dictionary(
        fc.string().filter(key => key !== '__proto__'),
        tie('value'),
      ),
    }),
  ),
}))

test('a line keeps every type that DynamoDB has, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(value, async x => {
      const item = { pk: { S: 'I#1' }, sk: { S: 'A' }, x }
      const [read] = await readBackup(each([FIRST_LINE, itemLine(item), lastLine(1)]))
      expect(read).toEqual(item)
    }),
    { numRuns: 300 },
  )
})
