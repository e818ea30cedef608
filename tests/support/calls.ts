import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

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
