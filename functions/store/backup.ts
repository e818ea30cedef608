import {
  type AttributeValue,
  BatchWriteItemCommand,
  type DynamoDBClient,
  ScanCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { type BackupItem, FIRST_LINE, itemLine, lastLine, readBackup } from './backup-lines.ts'
import { isPassing } from './errors.ts'
import { TABLE } from './table.ts'

const AT_ONCE = 25
const TRIES = 10
const PAUSE_MS = 100

type Item = Record<string, AttributeValue>

const pause = (round: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, PAUSE_MS * 2 ** round))

/** A whole table at once is more than the table may take in a second: what passes is waited for, a minute and more. */
const patiently = async <T>(send: () => Promise<T>): Promise<T> => {
  for (let round = 1; ; round++) {
    try {
      return await send()
    } catch (error) {
      if (round === TRIES || !isPassing(error)) throw error
      await pause(round)
    }
  }
}

async function* scan(client: DynamoDBClient, tableName: string, keysOnly = false): AsyncGenerator<Item> {
  const { partitionKey, sortKey } = TABLE
  let from: Item | undefined
  do {
    const page = new ScanCommand({
      TableName: tableName,
      ConsistentRead: true,
      ExclusiveStartKey: from,
      ...(keysOnly ? { ProjectionExpression: `${partitionKey}, ${sortKey}` } : {}),
    })
    const answer = await patiently(() => client.send(page))
    yield* answer.Items ?? []
    from = answer.LastEvaluatedKey
  } while (from !== undefined)
}

/** Every item of the table as JSON Lines with typed values, between a first line and one with the count. */
export async function* backUp(client: DynamoDBClient, tableName: string): AsyncGenerator<string> {
  let count = 0
  yield FIRST_LINE
  for await (const item of scan(client, tableName)) {
    count++
    yield itemLine(item)
  }
  yield lastLine(count)
}

const keyOf = (item: Item): string => `${item[TABLE.partitionKey]?.S} ${item[TABLE.sortKey]?.S}`

const writeAll = async (
  client: DynamoDBClient,
  tableName: string,
  requests: WriteRequest[],
): Promise<void> => {
  for (let at = 0; at < requests.length; at += AT_ONCE) {
    let left = requests.slice(at, at + AT_ONCE)
    for (let round = 0; left.length > 0; round++) {
      if (round === TRIES)
        throw new Error('The table does not take more now. Restoring again goes on from here.')
      if (round > 0) await pause(round)
      const batch = new BatchWriteItemCommand({ RequestItems: { [tableName]: left } })
      const answer = await patiently(() => client.send(batch))
      left = answer.UnprocessedItems?.[tableName] ?? []
    }
  }
}

const removalOf = (item: Item): WriteRequest => ({
  DeleteRequest: {
    Key: Object.fromEntries(
      Object.entries(item).filter(([name]) => name === TABLE.partitionKey || name === TABLE.sortKey),
    ),
  },
})

export type Restored = { put: number; removed: number }

/**
 * Puts a backup into a table; nothing is written before all of it was read and found whole. A table that holds something
 * is left alone unless `replace`, which then removes what the backup does not hold. Restoring again changes nothing.
 */
export const restore = async (
  client: DynamoDBClient,
  tableName: string,
  lines: AsyncIterable<string>,
  { replace }: { replace: boolean },
): Promise<Restored> => {
  const items: BackupItem[] = await readBackup(lines)
  const kept = new Set(items.map(keyOf))
  const removed: WriteRequest[] = []
  for await (const item of scan(client, tableName, true)) {
    if (!replace) throw new Error('The table is not empty.')
    if (!kept.has(keyOf(item))) removed.push(removalOf(item))
  }
  await writeAll(
    client,
    tableName,
    items.map(Item => ({ PutRequest: { Item } })),
  )
  await writeAll(client, tableName, removed)
  return { put: items.length, removed: removed.length }
}
