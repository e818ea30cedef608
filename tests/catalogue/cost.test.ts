import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReplica } from '#functions/catalogue/replica/replica.ts'
import { FEED, TABLE } from '#functions/store/table.ts'
import { recordCalls } from '#tests/support/calls.ts'
import { setClock } from '#tests/support/clock.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'
import { lis } from '#tests/support/norddjurs.ts'
import { ask } from './observed.ts'
import { demoChanges, today } from './search/demo.ts'

let table: TestTable
beforeAll(async () => {
  table = await startTestTable()
})
afterAll(() => table.stop())

test('a list costs nothing in DynamoDB beyond one poll a second, with one card as with forty', async () => {
  const clock = setClock()
  const { client, store } = table.machine(clock.now)
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  const replica = createReplica({ changes: store.changes, clock: clock.now })
  const [first, ...others] = demoChanges()
  const put = async (changes: readonly unknown[]) => {
    for (let at = 0; at < changes.length; at += 25) {
      const writes = changes.slice(at, at + 25).map(item => ({
        PutRequest: {
          Item: Object.assign({}, item, { [TABLE.changes.partitionKey]: FEED, changedAt: clock.now() }),
        },
      }))
      await document.send(new BatchWriteCommand({ RequestItems: { [table.name]: writes } }))
    }
  }
  const look = async (): Promise<number> => {
    const snapshot = (await replica.current()).snapshot(today)
    const questions: Record<string, string>[] = [
      {},
      { area: 'stabe' },
      { q: 'tavle møde' },
      { q: 'sygefarvær', sort: 'newest' },
    ]
    for (const asked of questions) ask(snapshot, lis, asked)
    return ask(snapshot, lis).total
  }
  await put([first])
  await look()
  const calls = recordCalls(client)
  expect(await look()).toBe(1)
  expect(calls.splice(0)).toEqual([])
  await put(others)
  calls.length = 0
  clock.advance(1000)
  expect(await look()).toBeGreaterThan(30)
  expect(calls.splice(0)).toEqual(['Query'])
  await look()
  expect(calls).toEqual([])
})
