import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Config } from '#functions/platform/config.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import type { Logger } from '#functions/platform/logger.ts'
import { PortalError, problemOf, problemResponse, rateLimited } from '#functions/platform/problem.ts'
import { refuseUnknown } from '#functions/platform/refuse-unknown.ts'
import { hashOf, newSecret } from '#functions/platform/secrets.ts'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'
import type { Store } from '#functions/store/store.ts'
import { returnTo as returnToShape } from '#shared/contract/session.ts'
import { demandWelcome, rememberPerson } from './acting.ts'
import { BROWSER_COOKIE, newSession, SESSION_COOKIE, SIGNED_OUT_COOKIE } from './cookie-session.ts'
import { isFromOwnPage } from './guard.ts'
import { personIdFor } from './person-id.ts'
import type { Provider } from './provider.ts'
import { seal } from './seal.ts'

const SIGN_IN_SECONDS = 10 * 60
const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** A calm page for what a browser meets on its way; everything else is JSON. */
const page = (title: string, text: string) => html`<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} – Konkrete greb</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/auth/login">Log ind igen</a></p>
    </main>
  </body>
</html>`

/** `/auth/*`: the portal is the OpenID client (code + PKCE); tokens stay on the server (RFC 10017, RFC 7636). */
export const createSessionRoutes = (config: Config, store: Store, provider: Provider, logger: Logger) => {
  const clock = store.table.clock

  const login = async (c: Context) => {
    const signIn = {
      nonce: newSecret(),
      verifier: newSecret(),
      returnTo: returnToShape.parse(c.req.query('returnTo') ?? '/'),
    }
    const state = newSecret()
    const browser = getCookie(c, BROWSER_COOKIE) ?? newSecret()
    const again = getCookie(c, SIGNED_OUT_COOKIE) !== undefined
    const url = await provider.signInUrl({ state, ...signIn, again })
    const expiresAt = Math.floor(clock() / 1000) + SIGN_IN_SECONDS
    await store.sessions.begin(
      hashOf(state),
      { ...signIn, browser: hashOf(browser), expiresAt },
      newWriteId(),
    )
    setCookie(c, BROWSER_COOKIE, browser, { ...COOKIE, maxAge: SIGN_IN_SECONDS })
    return c.redirect(url.href, 302)
  }

  const callback = async (c: Context) => {
    const state = c.req.query('state') ?? ''
    const browser = getCookie(c, BROWSER_COOKIE) ?? ''
    const signIn = await store.sessions.consume(hashOf(state), hashOf(browser), newWriteId())
    if (!signIn)
      return c.html(
        page('Log ind igen', 'Login blev afbrudt eller er brugt. Det, du skrev, er gemt på enheden.'),
        400,
      )
    try {
      const url = new URL(`${config.publicOrigin}${c.req.path}${new URL(c.req.url).search}`)
      const redeemed = await provider.redeem(url, { state, ...signIn })
      const { sub, ...claims } = redeemed.claims
      const personId = personIdFor(config.issuer, sub, config.trustsPersonSubjects)
      const taken = await store.rates.take(personId, 'sign-ins', config.rates.signIns)
      if (!taken.isTaken) throw rateLimited(taken.waitMs)
      demandWelcome(await store.persons.find(personId), clock())
      await rememberPerson(store, personId, claims)
      const token = newSecret()
      const refresh = redeemed.refresh === undefined ? undefined : seal(token, redeemed.refresh)
      await store.sessions.write(
        hashOf(token),
        newSession(personId, claims, clock(), refresh),
        undefined,
        newWriteId(),
      )
      setCookie(c, SESSION_COOKIE, token, COOKIE)
      deleteCookie(c, SIGNED_OUT_COOKIE, COOKIE)
      return c.redirect(signIn.returnTo, 302)
    } catch (error) {
      if (error instanceof PortalError) throw error
      logger.error('sign_in_failed', { name: error instanceof Error ? error.name : 'unknown' })
      return c.html(
        page(
          'Vi kunne ikke logge dig ind',
          'Din arbejdskonto svarede ikke, som den skulle. Prøv igen om et øjeblik.',
        ),
        400,
      )
    }
  }

  const logout = async (c: Context) => {
    if (!isFromOwnPage(c, config.publicOrigin)) throw new PortalError('csrf')
    const token = getCookie(c, SESSION_COOKIE)
    if (token !== undefined) await store.sessions.end(hashOf(token), newWriteId())
    deleteCookie(c, SESSION_COOKIE, COOKIE)
    setCookie(c, SIGNED_OUT_COOKIE, '1', { ...COOKIE, maxAge: 24 * 60 * 60 })
    return c.body(null, 204)
  }

  const app = new Hono()
  app.use('/auth/*', async (c, next) => {
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.res.headers.set(name, value)
  })
  app.get('/auth/login', login)
  app.get('/auth/callback', callback)
  app.post('/auth/logout', logout)
  refuseUnknown(app, newWriteId)
  app.onError((error, c) => {
    const known = error instanceof PortalError ? error : new PortalError('internal')
    if (!(error instanceof PortalError))
      logger.error('session_failed', { name: error.name, stack: error.stack ?? '' })
    const wantsPage = c.req.method === 'GET'
    if (!wantsPage) return problemResponse(known, newWriteId())
    const isTooFast = known.code === 'rate_limited'
    if (!isTooFast && known.code !== 'unauthenticated') {
      return c.html(
        page('Vi kunne ikke logge dig ind', 'Prøv igen om et øjeblik. Det, du skrev, er gemt på enheden.'),
        503,
        { 'retry-after': '2' },
      )
    }
    const { title, detail } = problemOf(known, newWriteId())
    return c.html(
      page(title, `${detail} Det, du skrev, er gemt på enheden.`),
      isTooFast ? 429 : 403,
      known.extra.headers,
    )
  })
  return app
}
