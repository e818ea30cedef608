import { statSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { marshall } from '@aws-sdk/util-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { unpack } from '#functions/catalogue/snapshot/pack.ts'
import { erased } from '#functions/domain/standing.ts'
import { ENV } from '#functions/platform/config.ts'
import { FEED, keys } from '#functions/store/table.ts'
import { buildFunctions, bundleOf, FUNCTIONS, type FunctionName } from '#infra/aws/bundles.ts'
import { documentationFiles } from '#infra/aws/documentation.ts'
import { AWS_ENV, PARAMETERS, parameterName } from '#infra/aws/functions/environment.ts'
import { visitProvider } from '#infra/local/visit-provider.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { synthesise } from '#tests/support/cloud.ts'
import { type Asked, ask, jsonOf } from '#tests/support/gateway.ts'
import { type Lambda, startLambda } from '#tests/support/lambda.ts'
import { startParameterStore } from '#tests/support/parameter-store.ts'
import { startPortal } from '#tests/support/portal.ts'
import { startTableProxy, type TableProxy } from '#tests/support/table-proxy.ts'

const MOST_BYTES = 500_000
const PATH = '/konkrete-greb/test'
const ORIGIN = parameterName(PATH, PARAMETERS[ENV.publicOrigin])
const SECRET = parameterName(PATH, PARAMETERS[ENV.clientSecret])

let portal: Awaited<ReturnType<typeof startPortal>>
let parameters: Awaited<ReturnType<typeof startParameterStore>>
const running: Lambda[] = []
const lambdas = new Map<FunctionName, Lambda>()
const proxies = new Map<FunctionName, TableProxy>()

const environment = () => ({
  AWS_ENDPOINT_URL_DYNAMODB: portal.endpoint,
  AWS_ENDPOINT_URL_SSM: parameters.endpoint,
  [ENV.tableName]: portal.config.tableName,
  [ENV.issuer]: `${portal.origin}/oidc`,
  [ENV.clientId]: portal.config.clientId,
  [ENV.audience]: portal.config.audience,
  [ENV.trustsPersonSubjects]: 'true',
  [AWS_ENV.parameters]: PATH,
})

const fresh = async (name: FunctionName, env: Record<string, string> = {}): Promise<Lambda> => {
  const lambda = await startLambda(name, { ...environment(), ...env })
  running.push(lambda)
  return lambda
}

const lambda = (name: FunctionName): Lambda => {
  const found = lambdas.get(name)
  if (!found) throw new Error(`${name} is not running`)
  return found
}

beforeAll(async () => {
  await buildFunctions()
  portal = await startPortal()
  parameters = await startParameterStore({ [ORIGIN]: portal.origin, [SECRET]: 'none' })
  for (const name of FUNCTIONS) {
    const proxy = await startTableProxy(portal.endpoint)
    proxies.set(name, proxy)
    lambdas.set(name, await fresh(name, { AWS_ENDPOINT_URL_DYNAMODB: proxy.endpoint }))
  }
})
afterAll(async () => {
  for (const one of running) one.stop()
  for (const proxy of proxies.values()) await proxy.stop()
  await parameters.stop()
  await portal.stop()
})

/** From the session bundle to the provider and back, as a browser goes. */
const goToSignIn = async (personId: string, session = lambda('session')) => {
  const began = await ask(session, { path: '/auth/login', query: 'returnTo=%2Fgreb' })
  expect(began.statusCode).toBe(302)
  const back = await visitProvider(began.headers.location ?? '', personId, `${portal.origin}/auth/callback`)
  return ask(session, {
    path: back.pathname,
    query: back.search.slice(1),
    cookies: began.cookies.map(line => line.split(';')[0] ?? ''),
  })
}

/** Signs in, and returns the session's cookie. */
const signIn = async (personId: string): Promise<string> => {
  const ended = await goToSignIn(personId)
  expect([ended.statusCode, ended.headers.location]).toEqual([302, '/greb'])
  const session = ended.cookies.find(line => line.startsWith('__Host-portal=')) ?? ''
  expect(session).toMatch(/HttpOnly; Secure; SameSite=Lax/)
  return session.split(';')[0] ?? ''
}

const unsafe = (cookie: string, asked: Asked): Asked => ({
  ...asked,
  cookies: [cookie],
  headers: {
    origin: portal.origin,
    [HEADERS.csrf.toLowerCase()]: '1',
    'content-type': 'application/json',
    ...asked.headers,
  },
})

const card = {
  title: 'Ét vagtskema på tavlen',
  summary: 'Vi hænger ugens vagter op, hvor alle går forbi.',
  challenge: 'Ingen vidste, hvem der var på arbejde.',
  action: 'Vi skriver vagterne på tavlen hver mandag.',
  experience: 'works',
  status: 'published',
}
const made = z.object({ id: z.string(), title: z.string() })

describe.each(FUNCTIONS)('The bundle %s', name => {
  test('is at most 500 KB', () => {
    expect(statSync(bundleOf(name)).size).toBeLessThanOrEqual(MOST_BYTES)
  })

  test('asks nothing of files, network or processes when it is imported', () => {
    expect(lambda(name).atImport).toEqual([])
  })
})

describe('Behind the gateway', () => {
  test('one signs in, writes, and finds what one wrote on the other side', async () => {
    const cookie = await signIn('per_mette')
    const me = await ask(lambda('api'), { path: '/api/v1/me', cookies: ['other=1', cookie] })
    expect(jsonOf(me)).toMatchObject({ id: 'per_mette', unitId: 'boernemyndighed' })

    const body = Buffer.from(JSON.stringify(card), 'utf8').toString('base64')
    const wrote = await ask(
      lambda('api'),
      unsafe(cookie, { method: 'POST', path: '/api/v1/initiatives', body, base64: true }),
    )
    expect(wrote.statusCode).toBe(201)
    const { id, title } = made.parse(jsonOf(wrote))
    expect(title).toBe(card.title)

    const seen = wrote.headers[HEADERS.seen.toLowerCase()] ?? ''
    const list = await ask(lambda('catalogue'), {
      path: '/api/v1/catalogue',
      query: `q=${encodeURIComponent('vagter på tavlen')}&unit=boernemyndighed`,
      cookies: [cookie],
      headers: { 'portal-seen': seen },
    })
    expect(list.statusCode).toBe(200)
    const found = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(jsonOf(list))
    expect(found.items.map(item => item.id)).toEqual([id])

    const one = await ask(lambda('api'), { path: `/api/v1/initiatives/${id}`, cookies: [cookie] })
    expect([one.statusCode, one.headers.etag, one.isBase64Encoded]).toEqual([200, '"1"', false])
  })

  test('one reads what the portal holds about oneself', async () => {
    const mine = await ask(lambda('api'), { path: '/api/v1/me/data', cookies: [await signIn('per_mette')] })
    expect([mine.statusCode, jsonOf(mine)]).toMatchObject([
      200,
      { person: { id: 'per_mette' }, initiatives: [{ content: { title: card.title } }] },
    ])
  })

  test('signing out ends the session for every function', async () => {
    const cookie = await signIn('per_lis')
    const out = await ask(lambda('session'), unsafe(cookie, { method: 'POST', path: '/auth/logout' }))
    expect(out.statusCode).toBe(204)
    expect(out.cookies.some(line => /^__Host-portal=;/.test(line))).toBe(true)
    const after = await ask(lambda('api'), { path: '/api/v1/me', cookies: [cookie] })
    expect([after.statusCode, jsonOf(after)]).toMatchObject([401, { code: 'unauthenticated' }])
  })

  test('paths come decoded, and are not taken for more than a path', async () => {
    const authorization = `Bearer ${await portal.tokenFor('per_mette')}`
    for (const path of [
      '/api/v1/initiatives/børn og unge',
      '/api/v1/initiatives/100%',
      '/api/v1/initiatives/a?b=c',
      '/api/v1/initiatives/a#b',
      '/api/v1/initiatives/..%2F..%2Fme',
    ]) {
      const answer = await ask(lambda('api'), { path, headers: { authorization } })
      expect([path, answer.statusCode]).toEqual([path, 404])
      expect(jsonOf(answer)).toMatchObject({ code: 'not_found' })
    }
  })

  test.each([
    [
      'a body that is no JSON',
      { method: 'POST', path: '/api/v1/initiatives', body: '{' },
      400,
      'malformed_json',
    ],
    [
      'another type',
      { method: 'POST', path: '/api/v1/initiatives', body: 'a', headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported_media_type',
    ],
    [
      'a method that is not there',
      { method: 'PUT', path: '/api/v1/initiatives', body: '{}' },
      405,
      'method_not_allowed',
    ],
    [
      'a header beyond Latin-1',
      { path: '/api/v1/initiatives/ini_x', headers: { 'x-name': '☃' } },
      404,
      'not_found',
    ],
  ] as const)('%s is refused in the contract’s words', async (_, asked, status, code) => {
    const authorization = `Bearer ${await portal.tokenFor('per_mette')}`
    const answer = await ask(lambda('api'), {
      ...asked,
      headers: {
        'content-type': 'application/json',
        ...('headers' in asked ? asked.headers : {}),
        authorization,
      },
    })
    expect([answer.statusCode, jsonOf(answer)]).toMatchObject([
      status,
      { code, requestId: expect.any(String) },
    ])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  test('the window stays shut, and health says that lists can be answered', async () => {
    expect((await ask(lambda('catalogue'), { path: '/aaben' })).statusCode).toBe(404)
    expect((await ask(lambda('catalogue'), { path: '/api/v1/health' })).statusCode).toBe(200)
  })
})

test('a long answer comes as brotli, as bytes in base64', async () => {
  const asked = { path: '/api/v1/session', cookies: [await signIn('per_mette')] }
  const plain = await ask(lambda('api'), asked)
  const small = await ask(lambda('api'), { ...asked, headers: { 'accept-encoding': 'gzip, br' } })
  expect([small.isBase64Encoded, small.headers['content-encoding']]).toEqual([true, 'br'])
  expect(small.body.length).toBeLessThan(plain.body.length / 2)
  expect(brotliDecompressSync(Buffer.from(small.body, 'base64')).toString('utf8')).toBe(plain.body)
})

test('a table comes as gzip, so that a whole catalogue is within what Lambda hands back', async () => {
  const asked = { path: '/api/v1/export/initiatives.csv', cookies: [await signIn('per_mette')] }
  const plain = await ask(lambda('catalogue'), asked)
  const small = await ask(lambda('catalogue'), { ...asked, headers: { 'accept-encoding': 'gzip, br' } })
  expect([small.isBase64Encoded, small.headers['content-encoding']]).toEqual([true, 'gzip'])
  expect(gunzipSync(Buffer.from(small.body, 'base64')).toString('utf8')).toBe(plain.body)
})

test('the documentation that goes up is what the local portal tells', async () => {
  const files = await documentationFiles(true)
  expect(files.map(file => file.key)).toEqual(['api/v1/openapi.json', 'api/v1/docs'])
  for (const { key, contentType, body } of files) {
    const local = await fetch(`${portal.origin}/${key}`)
    expect([contentType, body]).toEqual([local.headers.get('content-type'), await local.text()])
  }
})

describe('A cold start', () => {
  test('that cannot read its parameters answers 503, and the next request succeeds', async () => {
    const api = await fresh('api', { [AWS_ENV.parameters]: '/konkrete-greb/late' })
    const authorization = `Bearer ${await portal.tokenFor('per_mette')}`
    const first = await ask(api, { path: '/api/v1/me', headers: { authorization } })
    expect([first.statusCode, first.headers['retry-after'], jsonOf(first)]).toMatchObject([
      503,
      '2',
      { code: 'unavailable' },
    ])
    parameters.set('/konkrete-greb/late/public-origin', portal.origin)
    const still = await ask(api, { path: '/api/v1/me', headers: { authorization } })
    expect(still.statusCode).toBe(503)
    parameters.set('/konkrete-greb/late/client-secret', 'none')
    const second = await ask(api, { path: '/api/v1/me', headers: { authorization } })
    expect(second.statusCode).toBe(200)
  })

  test('reads the parameters once, however many come at once', async () => {
    const api = await fresh('api')
    const before = parameters.asked()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask(api, { path: '/api/v1/initiatives/ini_x' })),
    )
    expect(answers.map(one => one.statusCode)).toEqual([401, 401, 401, 401, 401])
    expect(parameters.asked() - before).toBe(1)
  })
})

describe('A client secret that has run out', () => {
  test('is told as a fault of the portal’s, and the next is taken up without deploying', async () => {
    const path = '/konkrete-greb/run-out'
    parameters.set(`${path}/public-origin`, portal.origin)
    parameters.set(`${path}/client-secret`, 'run-out')
    const env = { [AWS_ENV.parameters]: path, [AWS_ENV.parametersSeconds]: '0' }
    const session = await fresh('session', env)
    const refused = await goToSignIn('per_mette', session)
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2'])
    parameters.set(`${path}/client-secret`, 'none')
    const taken = await goToSignIn('per_mette', session)
    expect([taken.statusCode, taken.headers.location]).toEqual([302, '/greb'])
  })
})

describe('The stream', () => {
  const written = async (changes: Record<string, unknown> = {}) => {
    const all = await portal.store.changes.since(0)
    const image = all.find(({ kind }) => kind === 'initiative')
    return { ...image, feed: FEED, ...changes }
  }
  let numbers = 0
  const record = (image: Record<string, unknown>) => ({
    eventID: `e${numbers}`,
    eventName: 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-north-1',
    dynamodb: {
      ApproximateCreationDateTime: 1795770000,
      Keys: marshall({ pk: image.pk, sk: image.sk }),
      NewImage: marshall(image, { removeUndefinedValues: true }),
      SequenceNumber: `${100000000000000000000n + BigInt(numbers++)}`,
      SizeBytes: 100,
      StreamViewType: 'NEW_IMAGE',
    },
    eventSourceARN:
      'arn:aws:dynamodb:eu-north-1:111122223333:table/konkrete-greb-test/stream/2026-11-27T09:00:00.000',
  })

  test('a change is reacted to, a poison record is named, and the rest of its batch goes on', async () => {
    const base = await written()
    const derived = (id: string) => ({
      ...base,
      ...keys.initiative(id),
      content: {
        ...z.object({ content: z.looseObject({}) }).parse(base).content,
        origin: { kind: 'adapted', initiativeId: 'ini_origin' },
      },
    })
    const poison = record({ ...derived('ini_poison'), v: 99 })
    const batch = [record(derived('ini_first')), poison, record(derived('ini_last'))]
    const result = await lambda('stream').invoke({ Records: batch })
    expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: poison.dynamodb.SequenceNumber }] })
    const { hints } = await portal.store.initiatives.collection('ini_origin')
    expect(hints.map(hint => hint.derivedId).sort()).toEqual(['ini_first', 'ini_last'])
    expect(await lambda('stream').invoke({ Records: batch })).toEqual(result)
  })

  test('a person who was erased is signed out and forgotten, wherever they are named', async () => {
    await signIn('per_lis')
    const person = await portal.store.persons.find('per_lis')
    if (!person) throw new Error('Lis has not been here')
    const { v, version, writeId, changedAt, ...kept } = person
    await portal.store.persons.write(erased(kept, Date.now()), version, 'w_erased')
    const image = await portal.store.persons.find('per_lis')
    expect(await lambda('stream').invoke({ Records: [record({ ...image, feed: FEED })] })).toEqual({
      batchItemFailures: [],
    })
    const left = await portal.store.personal.rows('per_lis')
    expect(left.filter(row => row.kind === 'session')).toEqual([])
    expect((await portal.store.persons.find('per_lis'))?.formerNames).toBeUndefined()
  })

  test('what concerns no reaction, and what was removed, is passed over', async () => {
    const session = record({ pk: 'Z#1', sk: 'A', kind: 'session' })
    const { NewImage: _, ...removed } = session.dynamodb
    const result = await lambda('stream').invoke({
      Records: [session, { ...session, eventName: 'REMOVE', dynamodb: removed }],
    })
    expect(result).toEqual({ batchItemFailures: [] })
  })
})

describe('Jobs', () => {
  test('the scheduler’s input runs a job; another is refused, to be set aside', async () => {
    expect(await lambda('jobs').invoke({ job: 'sweep' })).toEqual({ job: 'sweep', done: 0 })
    expect(await lambda('jobs').invoke({ job: 'retain' })).toMatchObject({ done: { persons: 0 } })
    expect(await lambda('jobs').invoke({ job: 'replay' })).toMatchObject({ job: 'replay' })
    const csv = 'Område;Enhed\r\nStab;Indkøb\r\n'
    await expect(lambda('jobs').invoke({ job: 'import-organisation', csv })).rejects.toThrow(
      'står ikke i filen',
    )
    await expect(lambda('jobs').invoke({ job: 'tidy' })).rejects.toThrow('ZodError')
  })
})

describe('The snapshot', () => {
  test('is left once an hour for an instance to come, which begins from it', async () => {
    expect(await portal.store.snapshots.get()).toBeUndefined()
    expect(await lambda('snapshot').invoke({ Records: [] })).toEqual({ saved: true })
    expect(await lambda('snapshot').invoke({ Records: [] })).toEqual({ saved: false })
    const left = await unpack((await portal.store.snapshots.get()) ?? new Uint8Array())
    expect(Date.now() - (left?.at ?? 0)).toBeLessThan(60_000)
    expect(left?.state.persons.length).toBeGreaterThan(0)
    const cold = await fresh('catalogue')
    expect((await ask(cold, { path: '/api/v1/health' })).statusCode).toBe(200)
  })
})

test('every route of the catalogue is sent to it, and to no other', async () => {
  const { createCatalogue } = await import('#functions/catalogue/app.ts')
  const { ROUTES } = await import('#infra/aws/routes.ts')
  const { app } = createCatalogue({
    store: portal.store,
    clock: Date.now,
    publicOrigin: portal.origin,
    openWindow: true,
  })
  const answers = (path: string): string => {
    const fits = (pattern: string) =>
      new RegExp(`^${pattern.replace(/\{[a-zA-Z]+\+\}/g, '.+').replace(/\{[a-zA-Z]+\}/g, '[^/]+')}$`).test(
        path,
      )
    const [best] = Object.entries(ROUTES)
      .filter(([pattern]) => fits(pattern))
      .sort(([a], [b]) => Number(a.includes('+')) - Number(b.includes('+')) || b.length - a.length)
    return best?.[1] ?? 'none'
  }
  const paths = new Set(
    app.routes.filter(route => route.method !== 'ALL').map(route => `/api/v1${route.path}`),
  )
  expect(paths.size).toBeGreaterThan(8)
  for (const path of paths) expect([path, answers(path)]).toEqual([path, 'catalogue'])
  expect(answers('/api/v1/initiatives/ini_1/comments')).toBe('api')
})

test('what each function asked of the table in all this, its role allows', async () => {
  const { api, jobs } = await synthesise({}, { checked: false })
  const statements = z.object({
    Properties: z.object({
      PolicyDocument: z.object({
        Statement: z.array(
          z.object({
            Action: z.union([z.string(), z.array(z.string())]).transform(one => [one].flat()),
            Resource: z.unknown(),
          }),
        ),
      }),
    }),
  })
  const allowedTo = (name: FunctionName): string[] =>
    [api, jobs]
      .flatMap(template => Object.entries(template.findResources('AWS::IAM::Policy')))
      .filter(([id]) => id.startsWith(`${name}Role`))
      .flatMap(([, found]) => statements.parse(found).Properties.PolicyDocument.Statement)
      .flatMap(({ Action, Resource }) => {
        const [, index] = /\/index\/(\w+)/.exec(JSON.stringify(Resource)) ?? []
        return Action.map(
          action => `${action.replace('dynamodb:', '')}${index === undefined ? '' : ` ${index}`}`,
        )
      })
  for (const name of FUNCTIONS) {
    const asked = proxies.get(name)?.asked() ?? []
    expect([name, asked.length > 0]).toEqual([name, true])
    expect([name, asked.filter(one => !allowedTo(name).includes(one))]).toEqual([name, []])
  }
})
