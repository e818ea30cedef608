import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { newWriteId } from '#functions/platform/ids.ts'
import { hashOf } from '#functions/platform/secrets.ts'
import { SESSION_COOKIE } from '#functions/session/cookie-session.ts'
import { setClock } from '#tests/support/clock.ts'
import { refused } from '#tests/support/person.ts'
import { startPortal } from '#tests/support/portal.ts'
import { createVisitor } from '#tests/support/visitor.ts'

const MINUTE = 60_000
const time = setClock(Date.now())
const portal = await startPortal({ clock: time.now })
afterAll(() => portal.stop())

const open = () => createVisitor(portal.origin)
const signedIn = async (personId = 'per_mette') => {
  const browser = open()
  await browser.signIn(personId)
  return browser
}
const me = '/api/v1/me'
const documented = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ requestBody: z.unknown().optional() }))),
})

describe('Signing in', () => {
  test('goes by code and PKCE, and ends where one was, with a cookie that scripts cannot read', async () => {
    const browser = open()
    const begun = await browser.visit('/auth/login?returnTo=/greb/1%3Ffane%3Dsnak')
    const asked = new URL(begun.headers.get('location') ?? '')
    expect(begun.status).toBe(302)
    expect(asked.pathname).toBe('/oidc/auth')
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${portal.origin}/auth/callback`,
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)?.length, name).toBeGreaterThan(20)

    const { next, response } = await browser.signIn('per_mette', asked.href)
    expect(next).toBe(`${portal.origin}/greb/1?fane=snak`)
    const cookie = response.headers.getSetCookie().find(line => line.startsWith(`${SESSION_COOKIE}=`))
    for (const attribute of ['HttpOnly', 'Secure', 'Path=/', 'SameSite=Lax'])
      expect(cookie).toContain(attribute)
    expect(cookie).not.toMatch(/domain=/i)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await (await browser.visit(me)).json()).toMatchObject({
      id: 'per_mette',
      unitId: 'boernemyndighed',
    })
  })

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/%5cevil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    'greb',
    '',
  ])('never leaves the portal: %j', async returnTo => {
    const { next = '' } = await open().signIn(
      'per_mette',
      `/auth/login?returnTo=${encodeURIComponent(returnTo)}`,
    )
    expect(new URL(next).origin).toBe(portal.origin)
  })

  test('finds a path of any letters', async () => {
    const returnTo = encodeURIComponent('/søg?q=møde 😀')
    const { next = '' } = await open().signIn('per_mette', `/auth/login?returnTo=${returnTo}`)
    expect(new URL(next).href).toBe(`${portal.origin}/s%C3%B8g?q=m%C3%B8de%20%F0%9F%98%80`)
  })

  test('is bound to the browser that began it, and done once', async () => {
    const victim = open()
    const attacker = open()
    const begun = await attacker.visit('/auth/login')
    let url = begun.headers.get('location') ?? ''
    while (!url.includes('/auth/callback')) {
      const init = url.includes('/interaction/')
        ? { method: 'POST', body: new URLSearchParams({ person: 'per_lis' }) }
        : {}
      const response = await attacker.visit(url, init)
      url = new URL(response.headers.get('location') ?? '', url).href
    }
    const forced = await victim.visit(url)
    expect(forced.status).toBe(400)
    expect(victim.cookies.has(SESSION_COOKIE)).toBe(false)
    expect((await attacker.visit(url)).status).toBe(302)
    expect((await attacker.visit(url)).status).toBe(400)
  })

  test('that nobody began, or that took too long, ends on a page that helps', async () => {
    const browser = open()
    for (const query of ['', '?state=x&code=y', '?error=access_denied']) {
      const answer = await browser.visit(`/auth/callback${query}`)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('Log ind igen')
    }
    const begun = await browser.visit('/auth/login')
    time.advance(11 * MINUTE)
    const { response } = await browser.signIn('per_mette', begun.headers.get('location') ?? '')
    expect(response.status).toBe(400)
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)
  })
})

describe('With a session', () => {
  test('what changes something must come from the portal’s own pages, and say so', async () => {
    const browser = await signedIn()
    const body = { preferences: { theme: 'dark' } }
    const allowed: Record<string, string>[] = [{}, { 'sec-fetch-site': 'same-origin' }]
    for (const headers of allowed) expect((await browser.write('PATCH', me, headers, body)).status).toBe(200)
    const forged: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${portal.origin}.evil.example` },
      { origin: portal.origin.replace('localhost', '127.0.0.1') },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { 'x-portal-csrf': '0' },
      { 'x-portal-csrf': '' },
    ]
    for (const headers of forged) await refused(browser.write('PATCH', me, headers, body), 'csrf')
    expect((await browser.visit(me)).status).toBe(200)
  })

  test('what another page sends is refused once it has been read, before anything is done', async () => {
    const browser = await signedIn()
    const cards = '/api/v1/initiatives'
    const forged = (headers: Record<string, string>, body: unknown = {}) =>
      browser.write('POST', cards, { origin: 'https://evil.example', ...headers }, body)
    await refused(forged({ 'content-type': 'text/plain' }), 'unsupported_media_type')
    await refused(forged({}, 'x'.repeat(256 * 1024)), 'too_large')
    await refused(forged({}, { title: 7 }), 'invalid')
    await refused(forged({ 'portal-seen': 'x' }), 'invalid')
    await refused(forged({}), 'csrf')
  })

  test('what another page sends is refused wherever it goes', async () => {
    const browser = await signedIn()
    const { paths } = documented.parse(await (await browser.visit('/api/v1/openapi.json')).json())
    const unsafe = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method, { requestBody }]) => method !== 'get' && requestBody === undefined)
        .map(([method]) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, 'x') })),
    )
    expect(unsafe.length).toBeGreaterThan(10)
    for (const { method, path } of unsafe) {
      const url = path.startsWith('/api/') ? path : `/api/v1${path}`
      await refused(browser.write(method, url, { origin: 'https://evil.example' }), 'csrf')
    }
  })

  test('while one request asks the provider, no other writes the session: what it gets would be lost', async () => {
    const browser = await signedIn()
    const hash = hashOf(browser.cookies.get(SESSION_COOKIE) ?? '')
    const { sessions } = portal.store
    time.advance(11 * MINUTE)
    const found = await sessions.find(hash)
    if (!found) throw new Error('the session is not there')
    const { version, deleted, ...content } = found
    const lease = { ...content, renewingAt: time.now() }
    await sessions.write(hash, lease, version, newWriteId())
    expect((await browser.visit(me)).status).toBe(200)
    const answered = { ...content, claimsAt: time.now(), refresh: 'the next one' }
    expect(await sessions.write(hash, answered, version + 1, newWriteId())).toMatchObject({ landed: true })
  })

  test('without Origin, Sec-Fetch-Site tells where it came from', async () => {
    const browser = await signedIn()
    const asked = (site: string) =>
      browser.visit(me, {
        method: 'PATCH',
        headers: {
          'content-type': 'application/json',
          'x-portal-csrf': '1',
          'sec-fetch-site': site,
        },
        body: '{}',
      })
    expect((await asked('same-origin')).status).toBe(200)
    for (const site of ['cross-site', 'same-site', 'none']) await refused(asked(site), 'csrf')
  })

  test('a bad bearer token is refused whatever the cookie; a good one is who acts', async () => {
    const browser = await signedIn()
    await refused(browser.visit(me, { headers: { authorization: 'Bearer x' } }), 'unauthenticated')
    const authorization = `Bearer ${await portal.tokenFor('per_lis')}`
    expect(await (await browser.visit(me, { headers: { authorization } })).json()).toMatchObject({
      id: 'per_lis',
    })
    const json = { 'content-type': 'application/json' }
    const patched = browser.visit(me, { method: 'PATCH', headers: { authorization, ...json }, body: '{}' })
    expect((await patched).status).toBe(200)
  })

  test('a cookie that nobody was given is no session', async () => {
    const browser = open()
    browser.cookies.set(SESSION_COOKIE, 'x'.repeat(43))
    await refused(browser.visit(me), 'unauthenticated')
  })
})

describe('Another method, or another path', () => {
  test.each([
    ['PUT', '/auth/login', 'GET'],
    ['POST', '/auth/callback', 'GET'],
    ['GET', '/auth/logout', 'POST'],
    ['DELETE', '/auth/logout', 'POST'],
  ])('%s %s is told what may be done there', async (method, path, allow) => {
    const answer = await open().visit(path, { method })
    expect(answer.headers.get('allow')).toBe(allow)
    await refused(answer, 'method_not_allowed')
  })

  test('of nothing is not found', async () => {
    await refused(open().visit('/auth/elsewhere'), 'not_found')
  })
})

describe('Signing out', () => {
  test('ends the session on the server at once, also for a copy of the cookie', async () => {
    const browser = await signedIn()
    const copy = open()
    copy.cookies.set(SESSION_COOKIE, browser.cookies.get(SESSION_COOKIE) ?? '')
    expect((await copy.visit(me)).status).toBe(200)
    await refused(browser.write('POST', '/auth/logout', { origin: 'https://evil.example' }), 'csrf')
    expect((await copy.visit(me)).status).toBe(200)
    expect((await browser.write('POST', '/auth/logout')).status).toBe(204)
    expect(browser.cookies.has(SESSION_COOKIE)).toBe(false)
    await refused(copy.visit(me), 'unauthenticated')
    expect((await copy.write('POST', '/auth/logout')).status).toBe(204)
  })

  test('leaves other sessions of the same person alone', async () => {
    const [desk, phone] = await Promise.all([signedIn(), signedIn()])
    await desk.write('POST', '/auth/logout')
    expect((await phone.visit(me)).status).toBe(200)
  })

  test('the next sign-in asks who it is', async () => {
    const browser = await signedIn()
    await browser.write('POST', '/auth/logout')
    const begun = await browser.visit('/auth/login')
    expect(new URL(begun.headers.get('location') ?? '').searchParams.get('prompt')).toBe('login')
    await browser.signIn('per_lis')
    expect(await (await browser.visit(me)).json()).toMatchObject({ id: 'per_lis' })
  })
})

describe('A session', () => {
  test('ends after two idle hours', async () => {
    const browser = await signedIn()
    time.advance(119 * MINUTE)
    expect((await browser.visit(me)).status).toBe(200)
    time.advance(121 * MINUTE)
    await refused(browser.visit(me), 'unauthenticated')
  })

  test('is renewed while it is used, and ends after twelve hours all the same', async () => {
    const browser = await signedIn()
    for (let hour = 1; hour < 12; hour++) {
      time.advance(60 * MINUTE)
      expect((await browser.visit(me)).status, `hour ${hour}`).toBe(200)
    }
    time.advance(61 * MINUTE)
    await refused(browser.visit(me), 'unauthenticated')
  })
})
