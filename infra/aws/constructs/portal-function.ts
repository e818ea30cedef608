import { join } from 'node:path'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledgements.ts'
import { BUNDLES, type FunctionName, HANDLER } from '../bundles.ts'
import { namesOf, type Settings } from '../settings.ts'
import { allow } from './grants.ts'

export type PortalFunctionProps = {
  settings: Settings
  name: FunctionName
  description: string
  timeout: Duration
  memoryMb: number
  environment: Record<string, string>
  /** At most so many at once: more would only pass a fault on to the table, or to the bill. */
  atMost: number
}

/** A function with its bundle, a log that ends, and a role that may write that log and nothing else. */
export class PortalFunction extends Construct {
  readonly lambda: LambdaFunction
  readonly role: Role

  constructor(scope: Construct, props: PortalFunctionProps) {
    super(scope, props.name)
    const { settings, name } = props
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/${settings.name}/${settings.stage}/${name}`,
      retention: settings.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    allow(this.role, ['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn])
    this.lambda = new LambdaFunction(this, 'Function', {
      // Of its own, so that the runbook's commands can name it.
      functionName: namesOf(settings).function(name),
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(BUNDLES, name)),
      handler: HANDLER,
      role: this.role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      timeout: props.timeout,
      memorySize: props.memoryMb,
      environment: props.environment,
      ...(settings.reserveConcurrency ? { reservedConcurrentExecutions: props.atMost } : {}),
    })
    acknowledge(this, 'function')
    if (!settings.reserveConcurrency) acknowledge(this, 'sharedConcurrency')
    acknowledge(logGroup, 'log')
  }
}
