import { type App, Duration, Stack } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { acknowledge } from '../acknowledgements.ts'
import { ALARMS, type AlarmName } from '../alarms.ts'
import { dashboard } from '../constructs/dashboard.ts'
import { namesOf, type Settings } from '../settings.ts'
import type { ApiStack } from './api.ts'
import type { DataStack } from './data.ts'
import type { JobsStack } from './jobs.ts'
import { stackProps } from './stack-props.ts'

const FIVE_MINUTES = Duration.minutes(5)

type Watched = { data: DataStack; api: ApiStack; jobs: JobsStack }
type Rule = { metric: IMetric; above: number; periods?: number; percentile?: boolean }

/** Alarms that say whom they hurt, and one dashboard. */
export class ObservabilityStack extends Stack {
  constructor(app: App, settings: Settings, watched: Watched) {
    super(app, namesOf(settings).stack('observability'), stackProps(settings, 'Alarms and the dashboard'))
    const topic = this.topic(settings)
    const rules = this.rules(watched)
    for (const { name, errorImpact, anchor } of ALARMS) {
      const { metric, above, periods = 1, percentile = false } = rules[name]
      const alarm = new Alarm(this, `Alarm-${name}`, {
        alarmName: `${settings.name}-${settings.stage}-${name}`,
        alarmDescription: `Hvem det rammer: ${errorImpact}\nHvad du gør: ${settings.runbook}#${anchor}`,
        metric,
        threshold: above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: TreatMissingData.NOT_BREACHING,
        // At night one slow start in three requests is no reason to wake anybody.
        ...(percentile ? { evaluateLowSampleCountPercentile: 'ignore' } : {}),
      })
      alarm.addAlarmAction(new SnsAction(topic))
      alarm.addOkAction(new SnsAction(topic))
    }
    dashboard(
      this,
      settings,
      ALARMS.map(({ name }) => rules[name].metric),
    )
  }

  private rules({ data, api, jobs }: Watched): Record<AlarmName, Rule> {
    const sumOf = (metrics: Record<string, IMetric>, label: string): IMetric =>
      new MathExpression({
        expression: Object.keys(metrics).join(' + '),
        usingMetrics: metrics,
        label,
        period: FIVE_MINUTES,
      })
    const throttles = api.functions.map((one, index) => [
      `m${index}`,
      new MathExpression({
        expression: `FILL(t${index}, 0)`,
        usingMetrics: { [`t${index}`]: one.lambda.metricThrottles({ period: FIVE_MINUTES }) },
        period: FIVE_MINUTES,
      }),
    ])
    const ofTable = (metricName: string): IMetric =>
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: data.table.tableName },
        statistic: 'Sum',
        period: FIVE_MINUTES,
      })
    return {
      'server-errors': {
        metric: api.api.metricServerError({ period: FIVE_MINUTES, statistic: 'Sum' }),
        above: 5,
      },
      slow: {
        metric: api.api.metricLatency({ period: FIVE_MINUTES, statistic: 'p95' }),
        above: 2000,
        periods: 3,
        percentile: true,
      },
      throttled: { metric: sumOf(Object.fromEntries(throttles), 'Afviste kald'), above: 5 },
      'table-throttled': {
        metric: sumOf(
          { reads: ofTable('ReadThrottleEvents'), writes: ofTable('WriteThrottleEvents') },
          'Afviste kald til tabellen',
        ),
        above: 5,
      },
      'stream-late': {
        metric: jobs.stream.lambda.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' }),
        above: 10 * 60_000,
      },
      'stream-set-aside': { metric: visible(jobs.setAside.stream), above: 0 },
      'jobs-set-aside': { metric: visible(jobs.setAside.jobs), above: 0 },
    }
  }

  private topic(settings: Settings): Topic {
    const topic = new Topic(this, 'Alarms', {
      topicName: `${settings.name}-${settings.stage}-alarms`,
      displayName: 'Konkrete greb',
      enforceSSL: true,
    })
    // A policy of one's own takes the place of the one that let the whole account publish.
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublish',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    topic.addSubscription(new EmailSubscription(settings.alarmAddress))
    acknowledge(topic, 'topic')
    return topic
  }
}

const visible = (queue: {
  metricApproximateNumberOfMessagesVisible: (options: object) => IMetric
}): IMetric => queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' })
