import { ALARM_METRICS } from '../alarms.ts'
import type { Measured } from './measure.ts'
import prices from './prices.json' with { type: 'json' }
import { ACTIONS, type Usage } from './usage.ts'

/** One service's line: what it would cost by the list, what is left after what AWS always gives, and where it comes from. */
export type Line = { service: string; what: string; list: number; toPay: number; from: string }

const GB = 1e9
/** Lambda at 1 GB has half a core, and waits for DynamoDB longer than this machine for dynalite. */
const SLOWER = 3
const LEAST_MS = 10
const COLD_MS = 800
const MEMORY_GB = 1
/** A visit's files: what the web weighs at most (tests/support/budget.ts), once in a while anew. */
const WEB = { requests: 9, bytes: 120_000 }
const LOG_BYTES = 600
const STARTS_BY_THE_CLOCK = (30 * 24 * 60) / 10

const after = (amount: number, free: number): number => Math.max(0, amount - free)
const fixed = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 })

/** A month's bill of one portal in an account of its own. */
export const billFor = (measured: Measured, usage: Usage): Line[] => {
  const { dynamodb, lambda, httpApi, cloudfront, s3, logs, cloudwatch, scheduler } = prices
  const sum = (of: (action: (typeof ACTIONS)[number]) => number): number =>
    ACTIONS.reduce((total, action) => total + usage.times[action] * of(action), 0)
  const scale = usage.cards / measured.cards
  const { actions } = measured

  const requests = sum(action => actions[action].requests)
  const snapshotUnits = (measured.snapshotBytes * scale) / 1024
  const loads = usage.awakeQuarters + usage.coldStarts / 3 + usage.busyHours
  const read =
    sum(action => actions[action].read) +
    loads * measured.load * scale +
    requests * measured.poll +
    (usage.coldStarts / 3) * (snapshotUnits / 4)
  const write = sum(action => actions[action].write) + usage.busyHours * snapshotUnits
  const tableGb = (measured.tableBytes * scale * 2) / GB
  const seconds =
    (sum(action => Math.max(LEAST_MS * actions[action].requests, actions[action].ms * SLOWER)) +
      usage.coldStarts * COLD_MS +
      (usage.busySpells + usage.busyHours) * COLD_MS) /
    1000
  const invocations = requests + usage.busySpells * 2 + STARTS_BY_THE_CLOCK
  const outGb = (sum(action => actions[action].bytes) + usage.times['open the portal'] * WEB.bytes) / GB
  const edge = requests + usage.times['open the portal'] * WEB.requests
  const logGb = (invocations * LOG_BYTES) / GB
  const gbSeconds = seconds * MEMORY_GB

  const line = (service: string, what: string, list: number, toPay: number, from: string): Line => ({
    service,
    what,
    list,
    toPay,
    from,
  })
  return [
    line(
      'DynamoDB',
      `${fixed(read / 1e6)} M reads`,
      read * dynamodb.readUnit,
      read * dynamodb.readUnit,
      'units per action, loads and polls',
    ),
    line(
      'DynamoDB',
      `${fixed(write / 1e6)} M writes`,
      write * dynamodb.writeUnit,
      write * dynamodb.writeUnit,
      'units per action with both indexes, snapshots',
    ),
    line(
      'DynamoDB',
      `${fixed(tableGb * 1000)} MB with indexes`,
      tableGb * dynamodb.storageGbMonth,
      after(tableGb, dynamodb.freeStorageGb) * dynamodb.storageGbMonth,
      'bytes of the demo, per card',
    ),
    line(
      'DynamoDB',
      'recovery to any second',
      tableGb * dynamodb.recoveryGbMonth,
      tableGb * dynamodb.recoveryGbMonth,
      'the same bytes',
    ),
    line(
      'Lambda',
      `${fixed(invocations / 1000)} k calls, ${fixed(gbSeconds / 1000)} k GB-s`,
      invocations * lambda.request + gbSeconds * lambda.gbSecond,
      after(invocations, lambda.freeRequests) * lambda.request +
        after(gbSeconds, lambda.freeGbSeconds) * lambda.gbSecond,
      `requests and ms per action, times ${SLOWER}`,
    ),
    line(
      'API Gateway',
      `${fixed(requests / 1000)} k requests`,
      requests * httpApi.request,
      requests * httpApi.request,
      'requests per action',
    ),
    line(
      'CloudFront',
      `${fixed(edge / 1000)} k requests, ${fixed(outGb)} GB`,
      edge * cloudfront.request + outGb * cloudfront.gb,
      after(edge, cloudfront.freeRequests) * cloudfront.request +
        after(outGb, cloudfront.freeGb) * cloudfront.gb,
      'bytes per action, the web’s budget',
    ),
    line(
      'S3',
      'the web’s files',
      0.1 * s3.storageGbMonth + 200 * s3.put + edge * 0.1 * s3.get,
      0.1 * s3.storageGbMonth + 200 * s3.put + edge * 0.1 * s3.get,
      'files of a build',
    ),
    line(
      'CloudWatch',
      `${ALARM_METRICS} alarm metrics`,
      ALARM_METRICS * cloudwatch.alarmMetric,
      after(ALARM_METRICS, cloudwatch.freeAlarmMetrics) * cloudwatch.alarmMetric,
      'counted in the template by a test',
    ),
    line(
      'CloudWatch',
      'one dashboard',
      cloudwatch.dashboard,
      after(1, cloudwatch.freeDashboards) * cloudwatch.dashboard,
      'the template',
    ),
    line(
      'CloudWatch Logs',
      `${fixed(logGb * 1000)} MB`,
      logGb * (logs.gb + logs.storageGbMonth),
      after(logGb, logs.freeGb) * (logs.gb + logs.storageGbMonth),
      `calls, ${LOG_BYTES} bytes each`,
    ),
    line(
      'Scheduler',
      `${fixed(STARTS_BY_THE_CLOCK)} starts`,
      STARTS_BY_THE_CLOCK * scheduler.invocation,
      after(STARTS_BY_THE_CLOCK, scheduler.freeInvocations) * scheduler.invocation,
      'the template',
    ),
    line(
      'SSM, SNS, SQS, Budgets',
      'parameters, alarms, queues, one budget',
      0,
      0,
      'within what is always free',
    ),
  ]
}

export const totalOf = (lines: readonly Line[], column: 'list' | 'toPay'): number =>
  lines.reduce((sum, line) => sum + line[column], 0)
