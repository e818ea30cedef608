import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledgements.ts'

/** Where work that failed for good waits for a person: fourteen days, encrypted, over TLS alone. Its name is in the runbook. */
export const setAsideQueue = (scope: Construct, id: string, queueName: string): Queue => {
  const queue = new Queue(scope, id, {
    queueName,
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  })
  acknowledge(queue, 'setAsideQueue')
  return queue
}
