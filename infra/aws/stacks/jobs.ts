import { type App, Duration, Stack } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, type EventSourceMappingOptions, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { ENV } from '#functions/platform/config.ts'
import { FEED, TABLE } from '#functions/store/table.ts'
import { acknowledge } from '../acknowledgements.ts'
import { allow, allowTable } from '../constructs/grants.ts'
import { PortalFunction } from '../constructs/portal-function.ts'
import { setAsideQueue } from '../constructs/set-aside-queue.ts'
import type { JobName } from '../functions/job-names.ts'
import { namesOf, type Settings } from '../settings.ts'
import { stackProps } from './stack-props.ts'

/** When each job runs. `replay` is for people only. */
const SCHEDULES: Partial<Record<JobName, string>> = { sweep: 'rate(10 minutes)', retain: 'rate(1 day)' }
/** Often enough that an instance never begins from one that is too old, whether something changed or not. */
const SNAPSHOT_SCHEDULE = 'rate(12 hours)'
/** As long as an event source may wait: so many minutes' changes are one call. */
const DEBOUNCE = Duration.minutes(5)
const TRIES_AGAIN = 5
/** The stream keeps a day: what waited nearly as long is set aside before it is gone. */
const OLDEST = Duration.hours(23)
/** Reactions sweep and forget wherever something may be; jobs do the same, and ask what changed. */
const REACTION_USES = ['read', 'write', 'remove', 'scan', 'byPerson'] as const
const JOB_USES = [...REACTION_USES, 'changes'] as const

/** What happens by itself: reactions to the table's stream, and work by the clock. */
export class JobsStack extends Stack {
  readonly stream: PortalFunction
  readonly snapshot: PortalFunction
  readonly jobs: PortalFunction
  readonly setAside: { stream: Queue; jobs: Queue }

  constructor(app: App, settings: Settings, table: TableV2) {
    super(app, namesOf(settings).stack('jobs'), stackProps(settings, 'Reactions and scheduled work'))
    const environment = { [ENV.tableName]: table.tableName }
    this.setAside = {
      stream: setAsideQueue(this, 'StreamSetAside', namesOf(settings).setAside('stream')),
      jobs: setAsideQueue(this, 'JobsSetAside', namesOf(settings).setAside('jobs')),
    }
    this.stream = new PortalFunction(this, {
      settings,
      name: 'stream',
      description: 'Reacts to what changed in the table',
      timeout: Duration.seconds(60),
      memoryMb: 512,
      environment,
      atMost: 4,
    })
    allowTable(this.stream.role, table, REACTION_USES)
    this.followStream(table, 'Stream', this.stream, this.setAside.stream, {
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      parallelizationFactor: 2,
      retryAttempts: TRIES_AGAIN,
    })
    this.snapshot = new PortalFunction(this, {
      settings,
      name: 'snapshot',
      description: 'Leaves the catalogue for instances to come',
      timeout: Duration.minutes(2),
      memoryMb: 1024,
      environment,
      atMost: 1,
    })
    allowTable(this.snapshot.role, table, ['read', 'write', 'remove', 'changes'])
    // A snapshot that fails is no change that was set aside: the next one makes up for it.
    this.followStream(table, 'SnapshotStream', this.snapshot, this.setAside.jobs, {
      batchSize: 10_000,
      maxBatchingWindow: DEBOUNCE,
      retryAttempts: 1,
    })

    this.jobs = new PortalFunction(this, {
      settings,
      name: 'jobs',
      description: 'Work by the clock, and jobs that people start by hand',
      timeout: Duration.minutes(10),
      memoryMb: 512,
      environment,
      // One after the other: a job that runs beside itself only does its work twice.
      atMost: 1,
    })
    allowTable(this.jobs.role, table, JOB_USES)
    for (const { lambda } of [this.jobs, this.snapshot])
      lambda.configureAsyncInvoke({
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
        onFailure: new SqsDestination(this.setAside.jobs),
      })
    this.schedule(settings)
  }

  /** What a function cannot do after its tries is set aside: the rest go on. */
  private followStream(
    table: TableV2,
    id: string,
    { lambda, role }: PortalFunction,
    setAside: Queue,
    how: EventSourceMappingOptions,
  ): void {
    const arn = table.tableStreamArn ?? ''
    allow(
      role,
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [arn],
    )
    const mapping = new EventSourceMapping(this, id, {
      ...how,
      target: lambda,
      eventSourceArn: arn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      maxRecordAge: OLDEST,
      onFailure: new SqsDlq(setAside),
      // Sessions, counters and reservations concern no reaction, and cost nothing here.
      filters: [
        {
          pattern: JSON.stringify({
            dynamodb: { NewImage: { [TABLE.changes.partitionKey]: { S: [FEED] } } },
          }),
        },
      ],
    })
    mapping.node.addDependency(role)
  }

  private schedule(settings: Settings): void {
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    })
    acknowledge(role, 'role')
    const targets = [this.jobs.lambda.functionArn, this.snapshot.lambda.functionArn]
    allow(role, ['lambda:InvokeFunction'], targets)
    allow(role, ['sqs:SendMessage'], [this.setAside.jobs.queueArn])
    const add = (name: string, scheduleExpression: string, { lambda }: PortalFunction, input: object) =>
      new CfnSchedule(this, `Schedule-${name}`, {
        name: `${settings.name}-${settings.stage}-${name}`,
        scheduleExpression,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: lambda.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify(input),
          retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 600 },
          deadLetterConfig: { arn: this.setAside.jobs.queueArn },
        },
      })
    for (const [job, rate] of Object.entries(SCHEDULES)) add(job, rate, this.jobs, { job })
    add('snapshot', SNAPSHOT_SCHEDULE, this.snapshot, {})
  }
}
