import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'

/** Every command that the code sends to DynamoDB (the SDK's own retries are not counted), by name and in order. */
export const recordCalls = (client: DynamoDBClient): string[] => {
  const calls: string[] = []
  client.middlewareStack.add(
    (next, context) => args => {
      calls.push((context.commandName ?? '').replace(/Command$/, ''))
      return next(args)
    },
    { step: 'initialize', name: 'recordCalls' },
  )
  return calls
}

const capacity = z.object({ CapacityUnits: z.number() })
const answer = z.object({ ConsumedCapacity: z.union([capacity, z.array(capacity)]).optional() })
const READS = new Set(['GetItem', 'BatchGetItem', 'Query'])

export type Cost = {
  /** Commands, sorted by name. */
  calls: string[]
  /** How many of them had to wait for one another. */
  sequence: number
  /** Capacity units; of writes without the index's share, which a local database leaves out. */
  read: number
  write: number
}

/**
 * What a request costs at the table, beside the writer's rate counter. A call comes after those that were answered
 * before it was sent.
 */
export const meter = (client: DynamoDBClient) => {
  let answered = 0
  let cost: Cost = { calls: [], sequence: 0, read: 0, write: 0 }
  client.middlewareStack.add(
    (next, context) => async args => {
      const command = (context.commandName ?? '').replace(/Command$/, '')
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      if (command === 'UpdateItem') return next(args)
      const place = answered + 1
      const result = await next(args)
      answered = Math.max(answered, place)
      const units = [answer.parse(result.output).ConsumedCapacity ?? []]
        .flat()
        .reduce((sum, one) => sum + one.CapacityUnits, 0)
      const side = READS.has(command) ? 'read' : 'write'
      cost = {
        ...cost,
        calls: [...cost.calls, command].sort(),
        sequence: answered,
        [side]: cost[side] + units,
      }
      return result
    },
    { step: 'initialize', name: 'meter' },
  )
  /** Runs something, and tells what it cost. */
  return async (run: () => Promise<unknown>): Promise<Cost> => {
    answered = 0
    cost = { calls: [], sequence: 0, read: 0, write: 0 }
    await run()
    return cost
  }
}
