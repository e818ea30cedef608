import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import type { Wave } from './recorder.ts'

/** What was recorded as this command's input is its input. */
const get = z.custom<GetCommandInput>()
const batchGet = z.custom<BatchGetCommandInput>()
const query = z.custom<QueryCommandInput>()
const put = z.custom<PutCommandInput>()
const update = z.custom<UpdateCommandInput>()

/** Sends recorded calls as bare SDK commands, those of a wave together, and answers with all that came back. */
export const createReplay = (document: DynamoDBDocumentClient) => {
  const senders: Record<string, (input: unknown) => Promise<unknown>> = {
    GetItem: input => document.send(new GetCommand(get.parse(input))),
    BatchGetItem: input => document.send(new BatchGetCommand(batchGet.parse(input))),
    Query: input => document.send(new QueryCommand(query.parse(input))),
    PutItem: input => document.send(new PutCommand(put.parse(input))),
    UpdateItem: input => document.send(new UpdateCommand(update.parse(input))),
  }
  return async (waves: readonly Wave[]): Promise<unknown[]> => {
    const answers: unknown[] = []
    for (const wave of waves) {
      const sent = wave.map(({ command, input }) => {
        const sender = senders[command]
        if (!sender) throw new Error(`${command} cannot be replayed`)
        return sender(input)
      })
      answers.push(...(await Promise.all(sent)))
    }
    return answers
  }
}

/** A reservation, or the bucket of somebody's rate. */
const HELD_ONCE = /"([KQ]#)[\w-]+"/g

/**
 * The same calls on another card, so that the same conditions hold once more: ids are exchanged, and reservations and
 * rates get keys as long that nobody holds.
 */
export const onTwin = (waves: readonly Wave[], id: string, twin: string, fresh: () => string): Wave[] => {
  const key = fresh()
  const text = JSON.stringify(waves).replaceAll(id, twin)
  return z
    .array(z.array(z.object({ command: z.string(), input: z.unknown() })))
    .parse(JSON.parse(text.replaceAll(HELD_ONCE, `"$1${key}"`)))
}
