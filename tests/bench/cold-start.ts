import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ENV } from '#functions/platform/config.ts'
import { BUNDLE_OPTIONS, buildFunctions, bundleOf } from '#infra/aws/bundles.ts'
import { AWS_ENV, PARAMETERS, parameterName } from '#infra/aws/functions/environment.ts'
import { ask } from '#tests/support/gateway.ts'
import { startBundle } from '#tests/support/lambda.ts'
import { startParameterStore } from '#tests/support/parameter-store.ts'
import { startPortal } from '#tests/support/portal.ts'
import { type Figure, median, timed } from './figure.ts'

const ROUNDS = 15
const PATH = '/konkrete-greb/bench'

/** As little as can answer from the table: Hono, the SDK's client, one read. */
const BARE = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const app = new Hono().get('*', async c => {
  await client.send(new GetCommand({ TableName: process.env.${ENV.tableName}, Key: { pk: 'O', sk: 'organisation' } }))
  return c.json({ code: 'unauthenticated' }, 401)
})
export const handler = handle(app)
`

/** Process start to first response of the API's bundle, against a bare one in the same run. Medians of fresh processes. */
export const measure = async (): Promise<Figure[]> => {
  await buildFunctions()
  const folder = await mkdtemp(join(tmpdir(), 'konkrete-greb-bare-'))
  const bare = join(folder, 'bare.mjs')
  await build({
    ...BUNDLE_OPTIONS,
    stdin: { contents: BARE, resolveDir: process.cwd() },
    outfile: bare,
    alias: {},
    plugins: [],
  })
  const portal = await startPortal()
  const parameters = await startParameterStore({
    [parameterName(PATH, PARAMETERS[ENV.publicOrigin])]: portal.origin,
    [parameterName(PATH, PARAMETERS[ENV.clientSecret])]: 'none',
  })
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: portal.endpoint,
    AWS_ENDPOINT_URL_SSM: parameters.endpoint,
    [ENV.tableName]: portal.config.tableName,
    [ENV.issuer]: `${portal.origin}/oidc`,
    [ENV.clientId]: portal.config.clientId,
    [ENV.audience]: portal.config.audience,
    [AWS_ENV.parameters]: PATH,
  }
  /** A session's cookie that nobody has: the portal reads the table before it says so, as the bare one does. */
  const once = (bundle: string): Promise<number> =>
    timed(async () => {
      const lambda = await startBundle(pathToFileURL(bundle).href, env)
      const answer = await ask(lambda, { path: '/api/v1/me', cookies: ['__Host-portal=nobody'] })
      if (answer.statusCode !== 401) throw new Error(`A cold start answered ${answer.statusCode}`)
      lambda.stop()
    })
  const times: Record<'api' | 'bare', number[]> = { api: [], bare: [] }
  for (let round = 0; round < ROUNDS; round++) {
    times.bare.push(await once(bare))
    times.api.push(await once(bundleOf('api')))
  }
  await parameters.stop()
  await portal.stop()
  await rm(folder, { recursive: true })
  const [api, plain] = [median(times.api), median(times.bare)]
  return [
    { what: `api: process start to first response, median of ${ROUNDS}`, value: api, unit: 'ms' },
    { what: 'bare Hono and SDK: the same', value: plain, unit: 'ms' },
    { what: 'api against bare', value: api / plain, unit: 'times', atMost: 1.4 },
  ]
}
