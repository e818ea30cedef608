import { RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { type IAccessLogSettings, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledgements.ts'
import type { Settings } from '../settings.ts'

/** No address, no browser, no path, no query: what was asked for, how it went and how long it took. */
const FIELDS = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationMs: '$context.integrationLatency',
  bytes: '$context.responseLength',
  error: '$context.integrationErrorMessage',
}

/** Structured access logs without personal data. */
export const accessLog = (scope: Construct, settings: Settings): IAccessLogSettings => {
  const logGroup = new LogGroup(scope, 'AccessLog', {
    logGroupName: `/${settings.name}/${settings.stage}/access`,
    retention: settings.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  acknowledge(logGroup, 'log')
  return {
    destination: new LogGroupLogDestination(logGroup),
    format: AccessLogFormat.custom(JSON.stringify(FIELDS)),
  }
}
