import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import type { Clock } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { isConditionFailed, translated } from './errors.ts'
import type { Envelope } from './items.ts'
import { FEED, type Key, TABLE } from './table.ts'

export type Row = Record<string, unknown>
export type QueryInput = Omit<QueryCommandInput, 'TableName'>

type Condition = { expression: string; names?: Record<string, string>; values?: Record<string, unknown> }

const ABSENT: Condition = { expression: 'attribute_not_exists(pk)' }
const unchangedSince = (version: number): Condition => ({
  expression: 'version = :seen',
  values: { ':seen': version },
})
const absentOrExpired = (seconds: number): Condition => ({
  expression: 'attribute_not_exists(pk) OR expiresAt <= :now',
  values: { ':now': seconds },
})

export type Update = { set: string; condition: string; values: Record<string, unknown> }

export type WriteOptions = {
  /** The version the writer saw; undefined where there was nothing. */
  seen: number | undefined
  writeId: string
  /** Whether replicas should hear of it. */
  feed?: boolean
  /** The person whose doing it is: found again through `byPerson`. */
  by?: string | undefined
}

/** `landed`: our write is there (perhaps since an earlier try). `lost`: somebody else's is. */
export type WriteResult = { landed: true; version: number } | { landed: false; current: Row | undefined }

/** The few calls that the repositories are made of. Throws `unavailable` for what may pass. */
export type TableClient = ReturnType<typeof createTableClient>

const BATCH = 100
const TRIES = 6
/** All tries of one call together: shorter than the 5 s in which whoever waits is to hear of it. */
export const DEADLINE_MS = 4000

export const createTableClient = (client: DynamoDBClient, tableName: string, clock: Clock) => {
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })

  const call = async <T>(send: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<T> => {
    try {
      return await send({ abortSignal: AbortSignal.timeout(DEADLINE_MS) })
    } catch (error) {
      throw translated(error)
    }
  }

  const get = async (key: Key): Promise<Row | undefined> => {
    const answer = await call(options =>
      document.send(new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }), options),
    )
    return answer.Item
  }

  /** At most 100 keys, as BatchGetItem takes them; what it leaves unprocessed is asked for again. */
  const getBatch = async (wanted: readonly Key[]): Promise<Row[]> => {
    const found: Row[] = []
    let missing: Record<string, unknown>[] = [...wanted]
    for (let round = 0; missing.length > 0; round++) {
      if (round === TRIES) throw new PortalError('unavailable')
      const request = { [tableName]: { Keys: missing, ConsistentRead: true } }
      const answer = await call(options =>
        document.send(new BatchGetCommand({ RequestItems: request }), options),
      )
      found.push(...(answer.Responses?.[tableName] ?? []))
      missing = answer.UnprocessedKeys?.[tableName]?.Keys ?? []
    }
    return found
  }

  /** Strongly consistent, in any order; what is not there is left out, repeats are asked for once. */
  const getMany = async (wanted: readonly Key[]): Promise<Row[]> => {
    const unique = [...new Map(wanted.map(key => [`${key.pk} ${key.sk}`, key])).values()]
    const batches = Array.from({ length: Math.ceil(unique.length / BATCH) }, (_, i) =>
      unique.slice(i * BATCH, (i + 1) * BATCH),
    )
    return (await Promise.all(batches.map(getBatch))).flat()
  }

  /** All pages of a Query, or the first that reaches `Limit`. */
  const query = async (input: QueryInput): Promise<Row[]> => {
    const rows: Row[] = []
    let from: Record<string, unknown> | undefined
    do {
      const page: QueryCommandInput = { ...input, TableName: tableName, ExclusiveStartKey: from }
      const answer = await call(options => document.send(new QueryCommand(page), options))
      rows.push(...(answer.Items ?? []))
      from = answer.LastEvaluatedKey
    } while (from !== undefined && (input.Limit === undefined || rows.length < input.Limit))
    return rows
  }

  /** A page after the other of everything there is. */
  async function* scan(): AsyncGenerator<Row[]> {
    let from: Record<string, unknown> | undefined
    do {
      const page = { TableName: tableName, ExclusiveStartKey: from }
      const answer = await call(options => document.send(new ScanCommand(page), options))
      yield answer.Items ?? []
      from = answer.LastEvaluatedKey
    } while (from !== undefined)
  }

  const put = async (item: Row & Key & { writeId: string }, condition: Condition): Promise<WriteResult> => {
    const command = new PutCommand({
      TableName: tableName,
      Item: item,
      ConditionExpression: condition.expression,
      ExpressionAttributeNames: condition.names,
      ExpressionAttributeValues: condition.values,
    })
    const version = typeof item.version === 'number' ? item.version : 1
    try {
      await call(options => document.send(command, options))
      return { landed: true, version }
    } catch (error) {
      if (!isConditionFailed(error)) throw error
      // Perhaps it was our own write whose answer was lost, sent again by the SDK.
      const current = await get({ pk: item.pk, sk: item.sk })
      return current?.writeId === item.writeId ? { landed: true, version } : { landed: false, current }
    }
  }

  /** The one way an entity is written: one item, under the condition that nobody wrote since. */
  const write = (
    draft: Omit<Envelope, 'v' | 'version' | 'writeId' | 'changedAt'> & Row,
    options: WriteOptions,
  ): Promise<WriteResult> => {
    const stamped = {
      ...draft,
      v: 1,
      version: (options.seen ?? 0) + 1,
      writeId: options.writeId,
      changedAt: clock(),
      ...(options.feed ? { [TABLE.changes.partitionKey]: FEED } : {}),
      ...(options.by === undefined ? {} : { [TABLE.byPerson.partitionKey]: options.by }),
    }
    return put(stamped, options.seen === undefined ? ABSENT : unchangedSince(options.seen))
  }

  /** Puts a record that lives for a while, unless one that still lives is there. */
  const reserve = (record: Row & Key & { writeId: string }): Promise<WriteResult> =>
    put(record, absentOrExpired(Math.floor(clock() / 1000)))

  /** Removes for good, without a tombstone: only for what nobody sees any more. */
  const remove = (key: Key): Promise<unknown> =>
    call(options => document.send(new DeleteCommand({ TableName: tableName, Key: key }), options))

  /** Replaces without looking: for rows that only one place writes. */
  const replace = (record: Row & Key): Promise<unknown> =>
    call(options => document.send(new PutCommand({ TableName: tableName, Item: record }), options))

  /** Changes some attributes where they are; false where the condition does not hold. */
  const update = async (key: Key, { set, condition, values }: Update): Promise<boolean> => {
    const command = new UpdateCommand({
      TableName: tableName,
      Key: key,
      UpdateExpression: `SET ${set}`,
      ConditionExpression: condition,
      ExpressionAttributeValues: values,
    })
    try {
      await call(options => document.send(command, options))
      return true
    } catch (error) {
      if (isConditionFailed(error)) return false
      throw error
    }
  }

  return { get, getMany, query, scan, write, reserve, replace, remove, update, clock, document, tableName }
}
