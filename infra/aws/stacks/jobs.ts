import { type App, Duration, Stack } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
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
const SCHEDULES: Partial<Record<JobName, string>> = { sweep: 'rate(10 minutes)' }
const TRIES_AGAIN = 5

/** What happens by itself: reactions to the table's stream, and work by the clock. */
export class JobsStack extends Stack {
  readonly stream: PortalFunction
  readonly jobs: PortalFunction
  readonly setAside: { stream: Queue; jobs: Queue }

  constructor(app: App, settings: Settings, table: TableV2) {
    super(app, namesOf(settings).stack('jobs'), stackProps(settings, 'Reactions and scheduled work'))
    const environment = { [ENV.tableName]: table.tableName }
    this.setAside = {
      stream: setAsideQueue(this, 'StreamSetAside'),
      jobs: setAsideQueue(this, 'JobsSetAside'),
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
    allowTable(this.stream.role, table, ['read', 'write', 'remove'])
    this.followStream(table)

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
    allowTable(this.jobs.role, table, ['read', 'write', 'remove', 'changes'])
    this.jobs.lambda.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(this.setAside.jobs),
    })
    this.schedule(settings)
  }

  /** A record that fails is tried again alone at last, and set aside after `TRIES_AGAIN`: the rest go on. */
  private followStream(table: TableV2): void {
    const arn = table.tableStreamArn ?? ''
    const actions = [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ]
    allow(this.stream.role, actions, [arn])
    const mapping = new EventSourceMapping(this, 'Stream', {
      target: this.stream.lambda,
      eventSourceArn: arn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: TRIES_AGAIN,
      maxRecordAge: Duration.hours(6),
      parallelizationFactor: 2,
      onFailure: new SqsDlq(this.setAside.stream),
      // Sessions, counters and reservations concern no reaction, and cost nothing here.
      filters: [
        {
          pattern: JSON.stringify({
            dynamodb: { NewImage: { [TABLE.changes.partitionKey]: { S: [FEED] } } },
          }),
        },
      ],
    })
    mapping.node.addDependency(this.stream.role)
  }

  private schedule(settings: Settings): void {
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    })
    acknowledge(role, 'role')
    allow(role, ['lambda:InvokeFunction'], [this.jobs.lambda.functionArn])
    allow(role, ['sqs:SendMessage'], [this.setAside.jobs.queueArn])
    for (const [job, scheduleExpression] of Object.entries(SCHEDULES)) {
      new CfnSchedule(this, `Schedule-${job}`, {
        name: `${settings.name}-${settings.stage}-${job}`,
        scheduleExpression,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: this.jobs.lambda.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify({ job }),
          retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 600 },
          deadLetterConfig: { arn: this.setAside.jobs.queueArn },
        },
      })
    }
  }
}
