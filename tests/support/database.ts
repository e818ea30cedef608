import '#infra/local/quiet.ts'
import { randomUUID } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { ConfiguredRetryStrategy } from '@smithy/core/retry'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Clock } from '#functions/platform/clock.ts'
import { createStore, type Store } from '#functions/store/store.ts'
import { createTable, type Database, startDynalite } from '#infra/local/database.ts'

/** The SDK retries as in the cloud, only without waiting in between. */
export const createTestClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    retryStrategy: new ConfiguredRetryStrategy(4, 1),
    requestHandler: new NodeHttpHandler({ requestTimeout: 10_000, httpAgent: { maxSockets: 100 } }),
  })

export type TestTable = {
  name: string
  /** A machine of its own: its client, and a store that stamps with its clock. */
  machine: (clock: Clock) => { client: DynamoDBClient; store: Store }
  stop: () => Promise<void>
}

/** A table of a test's own: in a dynalite in memory, or where `DYNAMODB_ENDPOINT` points. */
export const startTestTable = async (): Promise<TestTable> => {
  const elsewhere = process.env.DYNAMODB_ENDPOINT
  const database: Database = elsewhere ? { endpoint: elsewhere, stop: async () => {} } : await startDynalite()
  const name = `test-${randomUUID()}`
  const clients: DynamoDBClient[] = []
  const connect = (): DynamoDBClient => {
    const client = createTestClient(database.endpoint)
    clients.push(client)
    return client
  }
  await createTable(connect(), name)
  return {
    name,
    machine: clock => {
      const client = connect()
      return { client, store: createStore(client, name, clock) }
    },
    stop: async () => {
      for (const client of clients) client.destroy()
      await database.stop()
    },
  }
}
