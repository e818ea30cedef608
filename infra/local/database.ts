import type { Server } from 'node:http'
import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'
import { createDynamoDbClient } from '#functions/store/dynamodb-client.ts'
import { TABLE } from '#functions/store/table.ts'

export const TABLE_NAME = 'konkrete-greb'

/** A database in this process is slow when the machine is, and never hangs: asking it twice makes it slower. */
const PATIENCE_MS = 30_000

/** A client for a database on this machine: its credentials are for show. */
export const createLocalClient = (endpoint: string): DynamoDBClient =>
  createDynamoDbClient({
    endpoint,
    region: 'eu-north-1',
    patienceMs: PATIENCE_MS,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })

/** Makes the table as `TABLE` describes it, unless it is there; returns when it can be used. */
export const createTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  const { partitionKey, sortKey, changes, byPerson } = TABLE
  const command = new CreateTableCommand({
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: partitionKey, AttributeType: 'S' },
      { AttributeName: sortKey, AttributeType: 'S' },
      { AttributeName: changes.partitionKey, AttributeType: 'S' },
      { AttributeName: changes.sortKey, AttributeType: 'N' },
      { AttributeName: byPerson.partitionKey, AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: changes.name,
        KeySchema: [
          { AttributeName: changes.partitionKey, KeyType: 'HASH' },
          { AttributeName: changes.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
      {
        IndexName: byPerson.name,
        KeySchema: [
          { AttributeName: byPerson.partitionKey, KeyType: 'HASH' },
          { AttributeName: byPerson.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  })
  if (await isActive(client, tableName)) return
  try {
    await client.send(command)
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  while (!(await isActive(client, tableName))) await new Promise(resolve => setTimeout(resolve, 10))
}

const isActive = async (client: DynamoDBClient, tableName: string): Promise<boolean> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }))
    const indexes = Table?.GlobalSecondaryIndexes ?? []
    return Table?.TableStatus === 'ACTIVE' && indexes.every(index => index.IndexStatus === 'ACTIVE')
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false
    throw error
  }
}

export type Database = { endpoint: string; stop: () => Promise<void> }

/** dynalite on loopback, kept in `path`, or in memory without one. */
export const startDynalite = async (path?: string): Promise<Database> => {
  const server: Server = dynalite({ path, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
