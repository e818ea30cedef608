import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as z from 'zod'

const row = z.looseObject({ pk: z.string(), sk: z.string() })
const answer = z.object({ Responses: z.record(z.string(), z.array(row)) })

/** Takes some of what a BatchGet brought, and says that it was not processed. */
export const addPartialBatches = (
  client: DynamoDBClient,
  strikes: (command: string) => boolean,
  random: () => number,
): void => {
  client.middlewareStack.add(
    (next, context) => async args => {
      const result = await next(args)
      const command = context.commandName ?? ''
      const found = command === 'BatchGetItemCommand' ? answer.safeParse(result.output) : undefined
      if (!found?.success || !strikes(command)) return result
      const [[table, rows] = ['', []]] = Object.entries(found.data.Responses)
      const kept = Math.floor(random() * rows.length)
      const unprocessed = rows.slice(kept).map(({ pk, sk }) => ({ pk, sk }))
      Object.assign(result.output, {
        Responses: { [table]: rows.slice(0, kept) },
        ...(unprocessed.length > 0
          ? { UnprocessedKeys: { [table]: { Keys: unprocessed, ConsistentRead: true } } }
          : {}),
      })
      return result
    },
    { step: 'initialize', name: 'partialBatches' },
  )
}
