import { Validations } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

type Reasons = Readonly<Record<string, string>>

const solutions = (rule: string): string => `AwsSolutions::AwsSolutions-${rule}`
const serverless = (rule: string): string => `Serverless::Serverless-${rule}`
const nist = (rule: string): string => `NIST.800.53.R5::NIST.800.53.R5-${rule}`

const NOT_VPC =
  'It speaks to DynamoDB, SSM and the OpenID provider over TLS with a role of its own; a VPC would need NAT, which costs more than everything else.'
const FAILURES =
  'People’s requests are answered, not queued; the stream has an on-failure queue in its event source, jobs a destination in their asynchronous invocation.'
const INLINE =
  'The policy belongs to this one role and names its actions; a managed one would only hide it elsewhere.'
const NOT_TRACED =
  'Logs carry the request’s id and metrics its time; a trace would add a right on `*` and another place with data about people’s doings.'
const SHARED =
  'Only where the configuration says so: a new account has too little concurrency to give any away; the gateway’s limits hold meanwhile.'
const IS_LAST = 'It is itself the place where failed work waits for a person, and an alarm tells of it.'
const REBUILDABLE = 'The bucket holds only what any build can make again.'
const NO_ADDRESSES =
  'Such logs hold the addresses of those who read. The HTTP API logs requests without them, and nothing else is called for.'

/** Findings of cdk-nag (AwsSolutions, Serverless, NIST 800-53 R5) that we live with, by kind of resource: what, and why. */
export const ACKNOWLEDGED = {
  role: { [nist('IAMNoInlinePolicy')]: INLINE },
  function: {
    [nist('IAMNoInlinePolicy')]: INLINE,
    [nist('LambdaInsideVPC')]: NOT_VPC,
    [nist('LambdaDLQ')]: FAILURES,
    [serverless('LambdaDLQ')]: FAILURES,
    [serverless('LambdaTracing')]: NOT_TRACED,
  },
  sharedConcurrency: {
    [nist('LambdaConcurrency')]: SHARED,
  },
  log: {
    [nist('CloudWatchLogGroupEncrypted')]:
      'Logs are encrypted with AWS’s key and hold no personal data; a key of one’s own is a dollar a month for nothing.',
  },
  setAsideQueue: {
    [solutions('SQS3')]: IS_LAST,
    [serverless('SQSRedrivePolicy')]: IS_LAST,
  },
  httpApi: {
    [solutions('APIG4')]:
      'The functions authorise every request themselves: a session cookie or a bearer token, checked against the table and the provider (functions/session/guard.ts).',
  },
  bucket: {
    [solutions('S1')]: NO_ADDRESSES,
    [nist('S3BucketLoggingEnabled')]: NO_ADDRESSES,
    [nist('S3BucketReplicationEnabled')]: REBUILDABLE,
    [nist('S3DefaultEncryptionKMS')]:
      `${REBUILDABLE} It is public once served, and encrypted with S3’s own keys.`,
  },
  distribution: {
    [solutions('CFR1')]: 'Employees may be abroad; nothing here depends on where one is.',
    [solutions('CFR2')]:
      'A web application firewall costs more than the whole portal; requests are throttled at the API, counted per person, and checked by schema.',
    [solutions('CFR3')]: NO_ADDRESSES,
    [solutions('CFR4')]:
      'Only without a domain of one’s own: the default certificate fixes the oldest protocol. With one it is TLS 1.2 (settings.domain).',
  },
  topic: {
    [nist('SNSEncryptedKMS')]:
      'Alarms hold no personal data, and CloudWatch cannot publish with AWS’s own key, only with one that costs a dollar a month.',
    [serverless('SNSRedrivePolicy')]:
      'An e-mail that cannot be delivered is of no use later; the dashboard shows the same.',
  },
} as const satisfies Record<string, Reasons>

export const acknowledge = (construct: Construct, kind: keyof typeof ACKNOWLEDGED): void => {
  const reasons: Reasons = ACKNOWLEDGED[kind]
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason })
}
