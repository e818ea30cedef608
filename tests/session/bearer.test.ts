import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AUDIENCE } from '#infra/local/provider.ts'
import { person } from '#shared/contract/person.ts'
import { startKeylessProvider } from '#tests/support/keyless-provider.ts'
import { createPerson, refused } from '#tests/support/person.ts'
import { startInstance, startPortal } from '#tests/support/portal.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'portal-'))
const portal = await startPortal({ dataDir })
afterAll(async () => {
  await portal.stop()
  await rm(dataDir, { recursive: true })
})

const stored = z.object({
  jwks: z.object({ keys: z.tuple([z.looseObject({ kty: z.string(), kid: z.string() })]) }),
})
const file = await readFile(join(dataDir, 'provider-keys.json'), 'utf8')
const [jwk] = stored.parse(JSON.parse(file)).jwks.keys
const key = await importJWK(jwk, 'RS256')

const now = Math.floor(Date.now() / 1000)
const claims = {
  iss: `${portal.origin}/oidc`,
  aud: AUDIENCE,
  sub: 'per_mette',
  name: 'Mette Balslev',
  unit: 'boernemyndighed',
  roles: ['employee'],
  iat: now,
  exp: now + 3600,
}
const header = { alg: 'RS256', typ: 'at+jwt', kid: jwk.kid }
type Key = Parameters<SignJWT['sign']>[0]

/** A token as the provider makes them, but for what is changed. */
const token = (payload: JWTPayload = {}, head: object = {}, signer: Key = key): Promise<string> =>
  new SignJWT({ ...claims, ...payload }).setProtectedHeader({ ...header, ...head }).sign(signer)

const me = (authorization: string, more: Record<string, string> = {}) =>
  fetch(`${portal.origin}/api/v1/me`, { headers: { authorization, ...more } })
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('A bearer token', () => {
  test('of the provider tells who acts; it is the yardstick for those below', async () => {
    expect((await me(`Bearer ${await token()}`)).status).toBe(200)
    expect((await me(`bearer  ${await token()}`)).status).toBe(200)
    const real = createPerson(portal.origin, 'per_mette', await portal.tokenFor('per_mette'))
    expect(await (await real.send('GET', '/me')).json()).toMatchObject({ id: 'per_mette' })
  })

  const without = async (name: keyof typeof claims) => token({ [name]: undefined })
  test.each([
    ['another issuer', () => token({ iss: 'https://elsewhere.example' })],
    ['no issuer', () => without('iss')],
    ['another audience', () => token({ aud: 'portal' })],
    ['no audience', () => without('aud')],
    ['an id token’s type', () => token({}, { typ: 'JWT' })],
    ['no type', () => token({}, { typ: undefined })],
    ['a key nobody knows', () => token({}, { kid: 'another' })],
    ['it expired', () => token({ exp: now - 60 })],
    ['no expiry', () => without('exp')],
    ['not valid yet', () => token({ nbf: now + 600 })],
    ['no subject', () => without('sub')],
    ['an empty subject', () => token({ sub: '' })],
    ['a subject that is longer than any', () => token({ sub: 'x'.repeat(256) })],
  ])('is refused: %s', async (_, make) => {
    const answer = await me(`Bearer ${await make()}`)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/)
    await refused(answer, 'unauthenticated')
  })

  test('signed by a stranger under a known key’s name is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    await refused(me(`Bearer ${await token({}, {}, privateKey)}`), 'unauthenticated')
  })

  test('alg none is refused, however it is spelt', async () => {
    for (const alg of ['none', 'None', 'NONE', ''])
      for (const signature of ['', 'x']) {
        const unsigned = `${base64({ ...header, alg })}.${base64(claims)}.${signature}`
        await refused(me(`Bearer ${unsigned}`), 'unauthenticated')
      }
  })

  test('HS256 with the public key as its secret is refused', async () => {
    const { d, p, q, dp, dq, qi, ...shared } = jwk
    const publicKey = await importJWK(shared, 'RS256', { extractable: true })
    if (publicKey instanceof Uint8Array) throw new Error('a secret is no public key')
    const pem = new TextEncoder().encode(await exportSPKI(publicKey))
    await refused(me(`Bearer ${await token({}, { alg: 'HS256' }, pem)}`), 'unauthenticated')
  })

  test('changed after it was signed is refused', async () => {
    const [head = '', , signature = ''] = (await token()).split('.')
    const forged = `${head}.${base64({ ...claims, roles: ['moderator'] })}.${signature}`
    await refused(me(`Bearer ${forged}`), 'unauthenticated')
  })

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Bearer a.b.c',
    'Basic bWV0dGU6eA==',
    'Bearer ø',
    'Bearer a b',
  ])('that is %j is none', async authorization => {
    await refused(me(encodeURI(authorization)), 'unauthenticated')
  })

  test('tells what it tells: unknown roles are passed over, an unknown unit is none', async () => {
    const odd = await token({
      sub: 'per_ny',
      roles: ['employee', 'king'],
      unit: 'no-such',
      name: 7,
      title: null,
    })
    const answer = person.strict().parse(await (await me(`Bearer ${odd}`)).json())
    expect(answer).toEqual({
      id: 'per_ny',
      name: 'Ukendt navn',
      roles: ['employee'],
      preferences: {},
      choosesUnit: true,
    })
  })

  test('of a subject that is no person id gives the same opaque id each time', async () => {
    const ids = await Promise.all(
      [0, 1].map(async () => {
        const answer = await me(`Bearer ${await token({ sub: 'mette@kommune.example' })}`)
        return person.parse(await answer.json()).id
      }),
    )
    expect(ids[0]).toMatch(/^per_[0-9A-HJKMNP-TV-Z]{26}$/)
    expect(ids[1]).toBe(ids[0])
  })
})

describe('Without the provider’s keys nobody can tell whether a token is good: 503, and no word that it is bad', () => {
  test.each([
    ['fails', { status: 500, body: '{}' }],
    ['answers with a page', { status: 200, body: '<!doctype html>' }],
    ['answers with no key set', { status: 200, body: '[]' }],
    ['hangs up', undefined],
  ])('the provider %s', async (_, keys) => {
    const provider = await startKeylessProvider(keys)
    const instance = startInstance({ ...portal, config: { ...portal.config, issuer: provider.issuer } })
    try {
      const authorization = `Bearer ${await token({ iss: provider.issuer })}`
      const answer = await instance.fetch(`${portal.origin}/api/v1/me`, { headers: { authorization } })
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(answer.headers.get('www-authenticate')).toBeNull()
      await refused(answer, 'unavailable')
    } finally {
      instance.stop()
      await provider.stop()
    }
  })
})
