import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { systemClock } from '#functions/platform/clock.ts'
import { keys } from '#functions/store/table.ts'
import { five, NO_CARD, NO_COMMENT, publish } from '#tests/support/cards.ts'
import { createFaults } from '#tests/support/faults.ts'
import { refused } from '#tests/support/person.ts'
import { startInstance } from '#tests/support/portal.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis } = await startTown()
afterAll(() => portal.stop())

const visit = (path: string, init?: RequestInit) => fetch(`${portal.origin}/api/v1${path}`, init)

const operation = z.looseObject({ summary: z.string(), responses: z.record(z.string(), z.unknown()) })
const openApi = z.looseObject({
  openapi: z.string().regex(/^3\.1\./),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
})
const readOpenApi = async () => openApi.parse(await (await visit('/openapi.json')).json())

describe('Open to anyone', () => {
  test('/health answers once the portal can serve', async () => {
    const answer = await visit('/health')
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
  })

  test('/openapi.json covers every route, and every reference leads somewhere', async () => {
    const document = await readOpenApi()
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    )
    for (const route of [
      'GET /me',
      'PATCH /me',
      'GET /session',
      'GET /organisation',
      'GET /taxonomy',
      'POST /initiatives',
      'GET /initiatives/{id}',
      'PATCH /initiatives/{id}',
      'DELETE /initiatives/{id}',
      'POST /initiatives/{id}/publish',
      'POST /initiatives/{id}/withdraw',
      'GET /initiatives/{id}/comments',
      'POST /initiatives/{id}/comments',
      'PATCH /initiatives/{id}/comments/{commentId}',
      'DELETE /initiatives/{id}/comments/{commentId}',
      'GET /initiatives/{id}/adoptions',
      'PUT /initiatives/{id}/adoptions/{unitId}',
      'DELETE /initiatives/{id}/adoptions/{unitId}',
      'PUT /initiatives/{id}/reactions/me',
      'DELETE /initiatives/{id}/reactions/me',
      'PUT /initiatives/{id}/spotlight',
      'DELETE /initiatives/{id}/spotlight',
      'GET /units/{unitId}/adoptions',
      'GET /catalogue',
      'GET /health',
      'GET /openapi.json',
      'GET /docs',
    ])
      expect(described).toContain(route)
    const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)
    const missing = [...references].filter(([, name]) => !document.components.schemas[name ?? ''])
    expect(missing.map(([reference]) => reference)).toEqual([])
    expect(JSON.stringify(document)).not.toMatch(/"\$(ref|id|schema)":"(?!#\/components)/)
  })

  test('every path parameter is declared, every operation has a body or an answer that is named', async () => {
    const { paths } = await readOpenApi()
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { parameters = [] }] of Object.entries(methods)) {
        const declared = z
          .array(z.looseObject({ name: z.string(), in: z.string() }))
          .parse(parameters)
          .filter(parameter => parameter.in === 'path')
          .map(parameter => parameter.name)
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
        expect(declared.sort(), `${method} ${path}`).toEqual(named.sort())
      }
  })

  test('/docs shows every operation and schema, with nothing from elsewhere and no script', async () => {
    const answer = await visit('/docs')
    const page = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    const { paths, components } = await readOpenApi()
    for (const path of Object.keys(paths)) expect(page).toContain(path)
    for (const name of Object.keys(components.schemas)) expect(page).toContain(`id="${name}"`)
    expect(page).not.toMatch(
      /<script|<link|<img|<iframe|src=|style=|https?:\/\/(?!www\.w3\.org|json-schema\.org)/,
    )
  })
})

describe('Everything else', () => {
  test('needs to know who asks, also what does not exist', async () => {
    for (const path of ['/me', '/catalogue', `/initiatives/${NO_CARD}`, '/no-such-path', '/healthy'])
      await refused(visit(path), 'unauthenticated')
    await refused(visit('/initiatives', { method: 'POST', body: '{' }), 'unauthenticated')
  })

  test.each([
    ['PUT', '/me', ['GET', 'PATCH']],
    ['DELETE', '/catalogue', ['GET']],
    ['GET', '/initiatives', ['POST']],
    ['PUT', `/initiatives/${NO_CARD}`, ['GET', 'PATCH', 'DELETE']],
    ['GET', `/initiatives/${NO_CARD}/publish`, ['POST']],
    ['GET', `/initiatives/${NO_CARD}/comments/${NO_COMMENT}`, ['PATCH', 'DELETE']],
    ['POST', `/initiatives/${NO_CARD}/adoptions/oekonomi`, ['PUT', 'DELETE']],
    ['POST', '/health', ['GET']],
  ] as const)('%s %s is 405, and tells what is allowed', async (method, path, allowed) => {
    const answer = await mette.send(method, path)
    await refused(answer.clone(), 'method_not_allowed')
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual([...allowed].sort())
  })

  test.each(['/no-such-path', '/initiatives/', `/initiatives/${NO_CARD}/`, '/initiatives/x/y/z/w', '//'])(
    '%s does not exist',
    async path => {
      await refused(mette.send('GET', path), 'not_found')
    },
  )

  test.each([
    'x',
    'ini_',
    'ini_01ARZ3NDEKTSV4RRFFQ69G5FA',
    'ini_01ARZ3NDEKTSV4RRFFQ69G5FAVV',
    'ini_01arz3ndektsv4rrffq69g5fav',
    'com_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    '%00',
    '%F0%9F%98%80',
    '..%2f..%2fme',
    '%E0%A4%A',
    'A'.repeat(4000),
  ])('%s is no card', async id => {
    await refused(mette.send('GET', `/initiatives/${id}`), 'not_found')
    await refused(mette.send('POST', `/initiatives/${id}/publish`), 'not_found')
    await refused(mette.send('PUT', `/initiatives/${id}/reactions/me`), 'not_found')
    await refused(mette.send('DELETE', `/initiatives/${id}/reactions/me`), 'not_found')
    await refused(mette.send('GET', `/initiatives/${id}/comments`), 'not_found')
    await refused(mette.send('GET', `/units/${id}/adoptions`), 'not_found')
  })

  test('every answer carries the security headers and is not stored', async () => {
    const { id } = await publish(mette)
    const answers = await Promise.all([
      mette.send('GET', `/initiatives/${id}`),
      mette.send('GET', '/catalogue'),
      mette.send('POST', '/initiatives', five),
      mette.send('PUT', `/initiatives/${id}/reactions/me`),
      mette.send('GET', '/no-such-path'),
      visit('/me'),
      visit('/health'),
      visit('/docs'),
    ])
    for (const { headers, url } of answers) {
      expect(headers.get('cache-control'), url).toBe('no-store')
      expect(headers.get('content-security-policy'), url).toMatch(
        /default-src 'none'.*frame-ancestors 'none'/,
      )
      expect(headers.get('x-content-type-options'), url).toBe('nosniff')
      expect(headers.get('referrer-policy'), url).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy'), url).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy'), url).toBe('same-origin')
      expect(headers.get('strict-transport-security'), url).toMatch(/^max-age=\d{7,}/)
      expect(headers.get('server-timing'), url).toMatch(/dur=/)
      expect(headers.has('access-control-allow-origin'), url).toBe(false)
      expect(headers.has('x-powered-by'), url).toBe(false)
    }
  })

  test('a problem speaks Danish, says what to do, and never repeats what was sent', async () => {
    const secret = 'hemmeligt-ord'
    const problem = await refused(
      mette.send('POST', '/initiatives', {
        title: secret.repeat(20),
        experience: secret,
        effect: { text: 7 },
      }),
      'invalid',
    )
    expect(problem.title).toBe('Noget skal rettes')
    expect(problem.fields?.map(field => field.message)).toEqual([
      'Skriv højst 120 tegn.',
      'Det kan ikke bruges her. Se, hvad der kan vælges, og ret det.',
      'Det kan ikke bruges her. Se, hvad der kan vælges, og ret det.',
    ])
    expect(JSON.stringify(problem)).not.toContain(secret)
    expect((await refused(mette.send('GET', '/x'), 'not_found')).requestId).not.toBe(
      (await refused(mette.send('GET', '/x'), 'not_found')).requestId,
    )
  })
})

describe('When things break', () => {
  test('a database that is away is 503, with a time to wait and nothing of its insides', async () => {
    const instance = startInstance(portal)
    const faults = createFaults({ seed: 1, clock: systemClock })
    faults.attach(instance.client)
    const { id } = await publish(mette)
    const there = mette.at(instance.fetch)
    expect((await there.send('GET', `/initiatives/${id}`)).status).toBe(200)
    faults.down(true)
    for (const [method, path, body] of [
      ['GET', `/initiatives/${id}`],
      ['POST', '/initiatives', five],
      ['PUT', `/initiatives/${id}/reactions/me`],
      ['GET', '/catalogue'],
      ['GET', '/health'],
    ] as const) {
      const answer = await there.send(method, path, body)
      expect(answer.headers.get('retry-after'), path).toMatch(/^\d+$/)
      const problem = await refused(answer, 'unavailable')
      expect(JSON.stringify(problem)).not.toMatch(/injected|Timeout|Dynamo|at .*\.ts/)
    }
    instance.stop()
  })

  test('a row that is none of ours is 500, not guessed at, and tells nothing of its insides', async () => {
    const { id } = await publish(mette)
    const row = await portal.store.table.get(keys.initiative(id))
    await portal.store.table.replace({
      ...row,
      ...keys.initiative(id),
      status: 'hidden-word',
      feed: undefined,
    })
    const problem = await refused(lis.send('GET', `/initiatives/${id}`), 'internal')
    expect(JSON.stringify(problem)).not.toMatch(/hidden-word|Zod|status"?:"?hidden|\.ts/)
  })
})
