import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { TABLE } from '#functions/store/table.ts'

/** `feed`: reads of the `changes` index, which are the catalogue's loads and polls, whatever request they fall in. */
export type Units = { read: number; write: number; feed: number }

const consumed = z.object({ CapacityUnits: z.number() })
const answer = z.object({
  output: z.object({ ConsumedCapacity: z.union([consumed, z.array(consumed)]).optional() }),
})
const written = z.object({
  Item: z.looseObject({
    version: z.number().optional(),
    [TABLE.changes.partitionKey]: z.unknown().optional(),
    [TABLE.byPerson.partitionKey]: z.unknown().optional(),
  }),
})
const ofFeed = z.object({ IndexName: z.literal(TABLE.changes.name) })
const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand'])

/**
 * What the indexes take beside the table itself, which no local database counts: `changes` holds whole items, and moves one
 * that changes (its key is the time), which is two writes; `byPerson` holds keys that never change.
 */
export const indexUnits = (input: unknown, base: number): number => {
  const put = written.safeParse(input)
  if (!put.success) return 0
  const { Item } = put.data
  const isNew = (Item.version ?? 1) === 1
  const changes = Item[TABLE.changes.partitionKey] === undefined ? 0 : base * (isNew ? 1 : 2)
  const byPerson = Item[TABLE.byPerson.partitionKey] === undefined || !isNew ? 0 : 1
  return changes + byPerson
}

/** Counts the capacity units of what a client sends. */
export const meterCapacity = (client: DynamoDBClient) => {
  let units: Units = { read: 0, write: 0, feed: 0 }
  client.middlewareStack.add(
    (next, context) => async args => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const result = await next(args)
      const { ConsumedCapacity } = answer.parse(result).output
      const base = [ConsumedCapacity ?? []].flat().reduce((sum, one) => sum + one.CapacityUnits, 0)
      if (WRITES.has(context.commandName ?? '')) units.write += base + indexUnits(args.input, base)
      else if (ofFeed.safeParse(args.input).success) units.feed += base
      else units.read += base
      return result
    },
    { step: 'initialize', name: 'meterCapacity' },
  )
  return {
    during: async (work: () => Promise<unknown>): Promise<Units> => {
      units = { read: 0, write: 0, feed: 0 }
      await work()
      return units
    },
  }
}
