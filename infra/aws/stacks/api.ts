import { type App, Duration, Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { ENV } from '#functions/platform/config.ts'
import { acknowledge } from '../acknowledgements.ts'
import { accessLog } from '../constructs/access-log.ts'
import { allow, allowTable, type TableUse } from '../constructs/grants.ts'
import { PortalFunction } from '../constructs/portal-function.ts'
import { AWS_ENV, PARAMETERS, parameterName } from '../functions/environment.ts'
import { ROUTES } from '../routes.ts'
import { namesOf, type Settings } from '../settings.ts'
import { stackProps } from './stack-props.ts'

/** Longer than any answer should take, shorter than CloudFront and the gateway wait. */
const TIMEOUT = Duration.seconds(15)
/** Beyond this somebody is hammering: a municipality's busiest minute is below a tenth of it. */
const THROTTLE = { rateLimit: 200, burstLimit: 400 }

type Part = { uses: readonly TableUse[]; memoryMb: number; description: string; atMost: number }

const PARTS = {
  api: {
    // What the portal holds about somebody is found by person.
    uses: ['read', 'write', 'byPerson'],
    memoryMb: 1024,
    description: 'Writes, and reads of single cards',
    atMost: 50,
  },
  catalogue: {
    uses: ['read', 'write', 'changes'],
    memoryMb: 1024,
    description: 'Lists, search and insights, from memory',
    // Each holds the whole catalogue and polls: few that are warm beat many that are cold.
    atMost: 20,
  },
  session: { uses: ['read', 'write'], memoryMb: 512, description: 'Sign-in', atMost: 20 },
} as const satisfies Record<string, Part>

/** The HTTP API and the functions that people call. Holds nothing: it can be removed and made again. */
export class ApiStack extends Stack {
  readonly api: HttpApi
  readonly functions: readonly PortalFunction[]

  constructor(app: App, settings: Settings, table: TableV2) {
    super(app, namesOf(settings).stack('api'), stackProps(settings, 'The HTTP API and its functions'))
    const made = {
      api: this.part('api', settings, table),
      catalogue: this.part('catalogue', settings, table),
      session: this.part('session', settings, table),
    }
    this.functions = Object.values(made)
    this.api = new HttpApi(this, 'HttpApi', {
      apiName: `${settings.name}-${settings.stage}`,
      createDefaultStage: false,
    })
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      detailedMetricsEnabled: false,
      accessLogSettings: accessLog(this, settings),
    })
    const to = (name: keyof typeof PARTS) =>
      new HttpLambdaIntegration(`to-${name}`, made[name].lambda, { scopePermissionToRoute: false })
    const integrations = { api: to('api'), catalogue: to('catalogue'), session: to('session') }
    for (const [path, name] of Object.entries(ROUTES))
      this.api.addRoutes({ path, methods: [HttpMethod.ANY], integration: integrations[name] })
    acknowledge(this.api, 'httpApi')
    acknowledge(stage, 'httpApi')
  }

  private part(name: keyof typeof PARTS, settings: Settings, table: TableV2): PortalFunction {
    const { uses, ...shape }: Part = PARTS[name]
    const { parameters } = namesOf(settings)
    const made = new PortalFunction(this, {
      ...shape,
      settings,
      name,
      timeout: TIMEOUT,
      environment: {
        [ENV.tableName]: table.tableName,
        [AWS_ENV.parameters]: parameters,
        ...signInEnvironment(settings),
      },
    })
    allowTable(made.role, table, uses)
    const arns = Object.values(PARAMETERS).map(parameter =>
      this.formatArn({
        service: 'ssm',
        resource: 'parameter',
        resourceName: parameterName(parameters, parameter).slice(1),
      }),
    )
    allow(made.role, ['ssm:GetParameters'], arns)
    return made
  }
}

const signInEnvironment = ({ signIn, openWindow }: Settings): Record<string, string> => ({
  [ENV.issuer]: signIn.issuer,
  [ENV.clientId]: signIn.clientId,
  [ENV.audience]: signIn.audience ?? signIn.clientId,
  [ENV.claims]: JSON.stringify(signIn.claims),
  ...(signIn.accessTokenScope === undefined ? {} : { [ENV.accessTokenScope]: signIn.accessTokenScope }),
  [ENV.openWindow]: String(openWindow),
})
