import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export type Call = { command: string; input: unknown }
/** Calls that were under way together. */
export type Wave = Call[]

/** Records what a client sends, with its input, in waves: a call that begins while another is under way joins it. */
export const createRecorder = (client: DynamoDBClient) => {
  let waves: Wave[] = []
  let underWay = 0
  client.middlewareStack.add(
    (next, context) => async args => {
      const call = { command: (context.commandName ?? '').replace(/Command$/, ''), input: args.input }
      if (underWay === 0) waves.push([])
      waves.at(-1)?.push(call)
      underWay++
      try {
        return await next(args)
      } finally {
        underWay--
      }
    },
    { step: 'initialize', name: 'recorder' },
  )
  return {
    /** What `work` sends. */
    during: async (work: () => Promise<unknown>): Promise<Wave[]> => {
      waves = []
      await work()
      return waves
    },
  }
}
