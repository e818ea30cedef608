import { readFileSync } from 'node:fs'
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { CachePolicy, OriginRequestPolicy } from 'aws-cdk-lib/aws-cloudfront'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import { TABLE } from '#functions/store/table.ts'
import { ACKNOWLEDGED } from '#infra/aws/acknowledgements.ts'
import { ALARMS } from '#infra/aws/alarms.ts'
import { FUNCTIONS } from '#infra/aws/bundles.ts'
import { portalConfig } from '#infra/aws/portal.config.ts'
import { DOCUMENTATION_PATHS, FUNCTION_PATHS } from '#infra/aws/routes.ts'
import { type Cloud, synthesise, templatesOf } from '#tests/support/cloud.ts'
import { startTestTable } from '#tests/support/database.ts'

let cloud: Cloud
/** In a new account, which has no concurrency to give away. */
let shared: Cloud
beforeAll(async () => {
  cloud = await synthesise()
  shared = await synthesise({ reserveConcurrency: false })
})

const FUNCTION = 'AWS::Lambda::Function'
const statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform(one => [one].flat()),
  Resource: z.unknown(),
})
const policy = z.object({
  Properties: z.object({ PolicyDocument: z.object({ Statement: z.array(statement) }) }),
})

const statementsIn = (template: Template) =>
  Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
    found => policy.parse(found).Properties.PolicyDocument.Statement,
  )
const statements = () => templatesOf(cloud).flatMap(([, template]) => statementsIn(template))

describe('The table', () => {
  test('can be brought back to any second of 35 days, is not deleted by mistake, and outlives its stack', () => {
    cloud.data.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          }),
        ],
      },
    })
  })

  test('has the keys and indexes of the local one, the store’s expiry, and tells of new images', async () => {
    const local = await startTestTable()
    const { Table } = await local
      .machine(Date.now)
      .client.send(new DescribeTableCommand({ TableName: local.name }))
    await local.stop()
    const shape = z.object({
      KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
      AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
      GlobalSecondaryIndexes: z.array(
        z.object({
          IndexName: z.string(),
          KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
          Projection: z.object({ ProjectionType: z.string() }),
        }),
      ),
    })
    const inOrder = ({ KeySchema, AttributeDefinitions, GlobalSecondaryIndexes }: z.infer<typeof shape>) => ({
      KeySchema,
      AttributeDefinitions: AttributeDefinitions.map(one => Object.values(one).join()).sort(),
      GlobalSecondaryIndexes: GlobalSecondaryIndexes.sort((a, b) => (a.IndexName < b.IndexName ? -1 : 1)),
    })
    const [made] = Object.values(cloud.data.findResources('AWS::DynamoDB::GlobalTable'))
    expect(inOrder(shape.parse(made?.Properties))).toEqual(inOrder(shape.parse(Table)))
    cloud.data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: TABLE.timeToLive, Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    })
  })

  test('is encrypted with a key of one’s own where that is wanted', async () => {
    const { data, api, jobs } = await synthesise({ ownKey: true }, { checked: false })
    data.hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true })
    data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    })
    const keyRights = [...statementsIn(api), ...statementsIn(jobs)].filter(({ Action }) =>
      Action.some(action => action.startsWith('kms:')),
    )
    expect(keyRights).toHaveLength(FUNCTIONS.length)
    for (const { Action } of keyRights)
      expect(Action).toEqual(
        expect.arrayContaining(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptTo']),
      )
  })

  test('is all that is stateful: no other stack holds anything that cannot be made again', () => {
    for (const [name, template] of templatesOf(cloud)) {
      expect([name, Object.keys(template.findResources('AWS::DynamoDB::GlobalTable')).length]).toEqual([
        name,
        name === 'data' ? 1 : 0,
      ])
    }
  })
})

describe('Rights', () => {
  test('every action is named: none is *, none ends in one', () => {
    const actions = statements().flatMap(one => one.Action)
    expect(actions.length).toBeGreaterThan(20)
    expect(actions.filter(action => action.includes('*'))).toEqual([])
  })

  test('no right is on everything', () => {
    expect(statements().filter(({ Resource }) => [Resource].flat().includes('*'))).toEqual([])
  })

  test('only reactions and jobs may delete and scan, and nobody may change the table itself', () => {
    const actionsIn = (template: Template) => statementsIn(template).flatMap(one => one.Action)
    for (const action of ['dynamodb:DeleteItem', 'dynamodb:Scan'])
      expect(actionsIn(cloud.api)).not.toContain(action)
    expect(actionsIn(cloud.jobs)).toContain('dynamodb:DeleteItem')
    const all = statements().flatMap(one => one.Action)
    expect(all.filter(action => /Table$|Export|Restore/.test(action))).toEqual([])
  })
})

describe('Functions', () => {
  test('each has its own log, which ends, and a limit on how many run at once', () => {
    const all = [cloud.api, cloud.jobs].flatMap(template => Object.values(template.findResources(FUNCTION)))
    expect(all).toHaveLength(FUNCTIONS.length)
    for (const { Properties } of all) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON' },
      })
      expect(Properties.ReservedConcurrentExecutions).toBeGreaterThan(0)
    }
    for (const template of [cloud.api, cloud.jobs]) {
      template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 })
    }
  })

  test('each has a name that the runbook can say, and its gateway knows each once', () => {
    const names = [cloud.api, cloud.jobs].flatMap(template =>
      Object.values(template.findResources(FUNCTION)).map(({ Properties }) => Properties.FunctionName),
    )
    expect(names.sort()).toEqual(FUNCTIONS.map(name => `konkrete-greb-prod-${name}`).sort())
    for (const part of ['stream', 'jobs'])
      cloud.jobs.hasResourceProperties('AWS::SQS::Queue', {
        QueueName: `konkrete-greb-prod-${part}-set-aside`,
      })
    cloud.api.resourceCountIs('AWS::ApiGatewayV2::Integration', 3)
  })

  test('scripts’ tokens are for the client itself unless the configuration says otherwise', () => {
    const { clientId } = portalConfig.signIn
    cloud.api.allResourcesProperties(FUNCTION, {
      Environment: { Variables: Match.objectLike({ OIDC_CLIENT_ID: clientId, OIDC_AUDIENCE: clientId }) },
    })
  })

  test('a new account, with ten at once in all, can have the portal without reserving any', () => {
    for (const template of [shared.api, shared.jobs])
      template.allResourcesProperties(FUNCTION, { ReservedConcurrentExecutions: Match.absent() })
  })

  test('together they leave an account of 1,000 the hundred that AWS wants unreserved', () => {
    const all = [cloud.api, cloud.jobs].flatMap(template => Object.values(template.findResources(FUNCTION)))
    const reserved = all.map(({ Properties }) => Properties.ReservedConcurrentExecutions)
    expect(reserved.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(900)
  })

  test('no secret stands in a template', () => {
    for (const [, template] of templatesOf(cloud)) {
      expect(JSON.stringify(template.toJSON())).not.toContain('OIDC_CLIENT_SECRET')
    }
  })

  test('the gateway logs no address, browser, path or query', () => {
    const [stage] = Object.values(cloud.api.findResources('AWS::ApiGatewayV2::Stage'))
    const { Format } = z.object({ Format: z.string() }).parse(stage?.Properties.AccessLogSettings)
    expect(Format).not.toMatch(/sourceIp|userAgent|\$context\.path|query|authorizer|domainName/)
    expect(JSON.parse(Format)).toMatchObject({ requestId: expect.any(String), status: expect.any(String) })
  })
})

describe('Reactions', () => {
  test('a bad record is tried a few times, cut out of its batch, and set aside', () => {
    cloud.jobs.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    })
  })

  test('what waits is set aside before the stream forgets it, and a snapshot that fails is no lost change', () => {
    const mapping = z.object({
      Properties: z.object({
        MaximumRecordAgeInSeconds: z.number(),
        DestinationConfig: z.object({
          OnFailure: z.object({ Destination: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }) }),
        }),
      }),
    })
    const queues = Object.entries(cloud.jobs.findResources('AWS::Lambda::EventSourceMapping')).map(
      ([id, one]) => {
        const { MaximumRecordAgeInSeconds: age, DestinationConfig } = mapping.parse(one).Properties
        expect(age).toBeGreaterThan(20 * 60 * 60)
        expect(age).toBeLessThan(24 * 60 * 60)
        return [id, DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0]]
      },
    )
    const queueOf = (prefix: string) => queues.find(([id]) => id?.startsWith(prefix))?.[1]
    expect(queueOf('Stream')).toMatch(/^StreamSetAside/)
    expect(queueOf('Snapshot')).toMatch(/^JobsSetAside/)
    cloud.jobs.resourceCountIs('AWS::Lambda::EventInvokeConfig', 2)
  })

  test('jobs are tried again and then set aside, by the scheduler and by Lambda', () => {
    cloud.jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(10 minutes)',
      Target: {
        Input: '{"job":"sweep"}',
        RetryPolicy: { MaximumRetryAttempts: 3 },
        DeadLetterConfig: Match.anyValue(),
      },
    })
    cloud.jobs.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
    })
  })

  test('what is set aside waits a fortnight, encrypted', () => {
    cloud.jobs.resourceCountIs('AWS::SQS::Queue', 2)
    cloud.jobs.allResourcesProperties('AWS::SQS::Queue', {
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
      SqsManagedSseEnabled: true,
    })
  })
})

describe('The web', () => {
  const config = () => {
    const [distribution] = Object.values(cloud.web.findResources('AWS::CloudFront::Distribution'))
    return distribution?.Properties.DistributionConfig
  }

  test('pages and functions are one origin, over HTTP/3 and TLS alone', () => {
    expect(config().HttpVersion).toBe('http2and3')
    const behaviors = config().CacheBehaviors
    expect(behaviors.map((one: { PathPattern: string }) => one.PathPattern)).toEqual(
      expect.arrayContaining(['/api/*', '/auth/*', '/aaben', '/aaben/*', '/robots.txt']),
    )
    for (const one of [config().DefaultCacheBehavior, ...behaviors]) {
      expect(one.ViewerProtocolPolicy).toBe('redirect-to-https')
      expect(one.ResponseHeadersPolicyId).toBeDefined()
    }
    expect(config().DefaultCacheBehavior.Compress).toBe(true)
  })

  test('what is for the functions comes to them whole and uncached, and their errors come back as they are', () => {
    const { CacheBehaviors, CustomErrorResponses } = config()
    const forFunctions = CacheBehaviors.filter((one: { PathPattern: string }) =>
      FUNCTION_PATHS.some(path => path === one.PathPattern),
    )
    expect(forFunctions).toHaveLength(FUNCTION_PATHS.length)
    for (const one of forFunctions) {
      expect(one).toMatchObject({
        CachePolicyId: CachePolicy.CACHING_DISABLED.cachePolicyId,
        // Cookies, queries and every header but the host's: Authorization, Portal-Seen, If-Match, Origin.
        OriginRequestPolicyId: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
        Compress: false,
      })
      expect(one.AllowedMethods).toEqual(expect.arrayContaining(['PUT', 'PATCH', 'POST', 'DELETE']))
      expect(one.FunctionAssociations).toBeUndefined()
    }
    expect(CustomErrorResponses).toBeUndefined()
    const order = CacheBehaviors.map((one: { PathPattern: string }) => one.PathPattern)
    for (const path of DOCUMENTATION_PATHS) expect(order.indexOf(path)).toBeLessThan(order.indexOf('/api/*'))
  })

  test('the bucket is private, and opened to this distribution alone', () => {
    cloud.web.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: Match.anyValue(),
    })
    cloud.web.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1)
  })

  test('the headers are those of the local portal, word for word', () => {
    const [found] = Object.values(cloud.web.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } =
      found?.Properties.ResponseHeadersPolicyConfig ?? {}
    const { StrictTransportSecurity: transport } = security
    const said = {
      'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
      'X-Frame-Options': security.FrameOptions.FrameOption,
      'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
      'X-Content-Type-Options': security.ContentTypeOptions.Override ? 'nosniff' : undefined,
      'Strict-Transport-Security': `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains ? '; includeSubDomains' : ''}`,
      ...Object.fromEntries(
        custom.Items.map((one: { Header: string; Value: string }) => [one.Header, one.Value]),
      ),
    }
    expect(said).toEqual(SECURITY_HEADERS)
    expect(said['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY)
  })

  test('a domain of one’s own brings its certificate and TLS 1.2', async () => {
    const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d'
    const { web } = await synthesise(
      { stages: { prod: { domain: { name: 'greb.kommune.dk', certificateArn } } } },
      { checked: false },
    )
    web.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['greb.kommune.dk'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    })
    web.hasResourceProperties('AWS::SSM::Parameter', { Value: 'https://greb.kommune.dk' })
  })
})

describe('Alarms', () => {
  const runbook = readFileSync(new URL('../../../infra/aws/RUNBOOK.md', import.meta.url), 'utf8')
  const anchors = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

  test('there are no more than AWS gives for nothing, and each tells somebody', () => {
    const alarms = Object.values(cloud.observability.findResources('AWS::CloudWatch::Alarm'))
    expect(alarms).toHaveLength(ALARMS.length)
    expect(alarms.length).toBeLessThanOrEqual(10)
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toHaveLength(1)
      expect(Properties.AlarmDescription).toMatch(/^Hvem det rammer: .+\nHvad du gør: https:\/\/.+#[a-z-]+$/)
    }
  })

  test('few requests wake nobody: a percentile of too few is left alone', () => {
    cloud.observability.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ExtendedStatistic: 'p95',
      EvaluateLowSampleCountPercentile: 'ignore',
    })
  })

  test('reach the topic: its own policy lets CloudWatch publish, for alarms of this account', () => {
    cloud.observability.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': Match.anyValue() } },
          }),
        ]),
      },
    })
  })

  test.each(ALARMS)('$name says what to do in the runbook', ({ anchor }) => {
    expect(anchors).toContain(anchor)
  })

  test('there is one dashboard, and a budget that tells before the month is over', () => {
    cloud.observability.resourceCountIs('AWS::CloudWatch::Dashboard', 1)
    cloud.observability.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email' })
    cloud.budget.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 10, Unit: 'USD' } },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 } },
        { Notification: { NotificationType: 'FORECASTED', Threshold: 100 } },
      ],
    })
    // Replaced when somebody else is to be told: with a name of its own it could not be.
    cloud.budget.hasResourceProperties('AWS::Budgets::Budget', { Budget: { BudgetName: Match.absent() } })
  })
})

describe('cdk-nag', () => {
  test('AwsSolutions, Serverless and NIST 800-53 R5 find nothing that is not answered', () => {
    expect(cloud.packs.map(pack => pack.pluginName)).toEqual(
      expect.arrayContaining(['AwsSolutions', 'Serverless', 'NIST.800.53.R5']),
    )
    expect([...cloud.packs, ...shared.packs].flatMap(pack => pack.violations)).toEqual([])
  })

  test('every answer has a reason, and answers something that is found', () => {
    const found = [...cloud.packs, ...shared.packs].flatMap(pack =>
      pack.suppressedViolations.map(one => one.ruleName),
    )
    for (const [id, reason] of Object.values(ACKNOWLEDGED).flatMap(reasons => Object.entries(reasons))) {
      expect(reason.length).toBeGreaterThan(40)
      expect(found).toContain(id.replace(/^.*::/, ''))
    }
  })
})

test('synthesising twice gives the same templates and the same bundles: deploying again changes nothing', async () => {
  const again = await synthesise({}, { checked: false })
  for (const [name, template] of templatesOf(again)) {
    const before = new Map(templatesOf(cloud)).get(name)
    expect(template.toJSON()).toEqual(before?.toJSON())
  }
})
