import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { startPortal } from '#tests/support/portal.ts'

let portal: Awaited<ReturnType<typeof startPortal>>
let token: string

beforeAll(async () => {
  portal = await startPortal()
  token = await portal.tokenFor('per_mette')
})
afterAll(() => portal.stop())

const call = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(`${portal.origin}${path}`, {
    ...init,
    redirect: 'manual',
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  })
const codeOf = async (response: Response) => (await response.json()).code

describe('What is larger than any part of the contract needs', () => {
  const json = { 'content-type': 'application/json' }

  test('a body over 256 KiB is refused, declared or streamed', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(LIMITS.bodyBytes) })
    const declared = await call('/api/v1/initiatives', { method: 'POST', headers: json, body })
    expect([declared.status, await codeOf(declared)]).toEqual([413, 'too_large'])

    const stream = new Blob([body]).stream()
    const init = { method: 'POST', headers: json, body: stream, duplex: 'half' }
    const streamed = await call('/api/v1/initiatives', init)
    expect(streamed.status).toBe(413)
  })

  test('so is one where none is read', async () => {
    const id = 'ini_00000000000000000000000000'
    const body = 'x'.repeat(LIMITS.bodyBytes + 1)
    const response = await call(`/api/v1/initiatives/${id}/reactions/me`, { method: 'PUT', body })
    expect(response.status).toBe(413)
  })

  test('an address with 8,000 characters of æ is read; one too long is refused', async () => {
    const fits = await call(`/api/v1/catalogue?unit=${encodeURIComponent('æ'.repeat(8000))}`)
    expect(fits.status).toBe(200)
    const long = await call(`/api/v1/catalogue?unit=${'x'.repeat(LIMITS.addressBytes)}`)
    expect([long.status, await codeOf(long)]).toEqual([413, 'too_large'])
  })

  test('too many headers are refused', async () => {
    const response = await call('/api/v1/me', { headers: { 'x-more': 'x'.repeat(LIMITS.headerBytes) } })
    expect([response.status, await codeOf(response)]).toEqual([413, 'too_large'])
  })

  test('a page holds at most 100', async () => {
    expect((await call('/api/v1/catalogue?limit=100')).status).toBe(200)
    expect((await call('/api/v1/catalogue?limit=101')).status).toBe(422)
  })
})

describe('Security headers', () => {
  test.each([
    ['an API', '/api/v1/me'],
    ['a refusal', '/api/v1/initiatives/nothing'],
    ['an unknown path', '/api/v1/nothing'],
    ['the documentation', '/api/v1/docs'],
    ['signing in', '/auth/login'],
    ['a sign-in that failed', '/auth/callback?state=x'],
    ['the local provider', '/oidc/.well-known/openid-configuration'],
  ])('the same on %s', async (_, path) => {
    const { headers } = await call(path)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name), name).toBe(value)
  })

  test('the policy allows nothing unsafe', () => {
    const policy = SECURITY_HEADERS['Content-Security-Policy'] ?? ''
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toContain('*')
    expect(policy).toContain("require-trusted-types-for 'script'")
  })
})
