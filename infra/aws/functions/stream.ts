import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { changeOf } from '#functions/store/changes.ts'
import { createReactions } from '#functions/stream/reactions.ts'
import { logger, openTable } from './composition.ts'
import { onFirstUse } from './first-use.ts'

const attributeValue = z.custom<Parameters<typeof unmarshall>[0]>(
  value => typeof value === 'object' && value !== null,
)
const streamEvent = z.object({
  Records: z.array(
    z.object({
      eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
      dynamodb: z.object({ SequenceNumber: z.string(), NewImage: attributeValue.optional() }),
    }),
  ),
})
type StreamRecord = z.infer<typeof streamEvent>['Records'][number]

export type StreamResult = { batchItemFailures: { itemIdentifier: string }[] }

/**
 * The table's stream: hands each new image to the reactions. A record that fails is named, and the rest of its batch
 * goes on: reactions do not mind to see a change again. Lambda tries it anew, halves the batch, and at last sets the
 * record aside (see the event source's settings in the jobs stack).
 */
export const handler = onFirstUse(async () => {
  const react = createReactions(openTable(process.env).store)

  const take = async ({ dynamodb }: StreamRecord): Promise<void> => {
    const change = dynamodb.NewImage && changeOf(unmarshall(dynamodb.NewImage))
    if (change) await react(change)
  }

  return async (received: unknown): Promise<StreamResult> => {
    const failed: string[] = []
    for (const record of streamEvent.parse(received).Records) {
      try {
        await take(record)
      } catch (error) {
        failed.push(record.dynamodb.SequenceNumber)
        logger.error('reaction_failed', {
          sequenceNumber: record.dynamodb.SequenceNumber,
          name: error instanceof Error ? error.name : 'unknown',
        })
      }
    }
    return { batchItemFailures: failed.map(itemIdentifier => ({ itemIdentifier })) }
  }
})
