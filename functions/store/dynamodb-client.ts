import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { NodeHttpHandler } from '@smithy/node-http-handler'

const CONNECT_MS = 1000
const ANSWER_MS = 2500
const TRIES = 3

export type DynamoDbOptions = Pick<DynamoDBClientConfig, 'region' | 'endpoint' | 'credentials'> & {
  /** How long a call, or the connection for it, may take before it is given up. */
  patienceMs?: number
}

/** Connections are kept alive; a call that hangs is given up while its caller still waits, and tried again. */
export const createDynamoDbClient = ({ patienceMs, ...options }: DynamoDbOptions): DynamoDBClient =>
  new DynamoDBClient({
    ...options,
    maxAttempts: TRIES,
    requestHandler: new NodeHttpHandler({
      connectionTimeout: patienceMs ?? CONNECT_MS,
      requestTimeout: patienceMs ?? ANSWER_MS,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: 100 },
      httpsAgent: { maxSockets: 100 },
    }),
  })
