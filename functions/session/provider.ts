import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import * as openid from 'openid-client'
import type { Config } from '#functions/platform/config.ts'
import type { Logger } from '#functions/platform/logger.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Claims } from '#shared/contract/session.ts'
import { readClaims } from './read-claims.ts'

/** How long the provider may think (s): within what a client of ours waits. */
const AT_MOST = 4

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']

const scopesOf = (scp: unknown): string[] => (typeof scp === 'string' ? scp.split(' ') : [])

/** What jose says where the provider's keys could not be had: not 200 or no JSON, too late, no key set. */
const KEYS_AWAY = new Set([errors.JOSEError.code, errors.JWKSTimeout.code, errors.JWKSInvalid.code])
/** Whether it is the token that is wrong; else the keys to judge it by are away. */
const isTokenWrong = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !KEYS_AWAY.has(error.code)

const invalidToken = (): PortalError =>
  new PortalError('unauthenticated', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })

/** What the provider refused with (RFC 6749, 5.2); one that asks for credentials again says so in a header. */
const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof openid.WWWAuthenticateChallengeError) return 'invalid_client'
  return error instanceof openid.ResponseBodyError ? error.error : undefined
}
/** It is the portal that is refused, such as when its secret has run out: nobody can sign in. */
const REFUSES_US = new Set(['invalid_client', 'unauthorized_client'])

/** Any OpenID provider: discovered when first needed, and again after a failure. */
export const createProvider = (config: Config, logger: Logger) => {
  let discovered:
    | Promise<{ client: openid.Configuration; keys: ReturnType<typeof createRemoteJWKSet> }>
    | undefined

  const tell = (step: string, error: unknown): void =>
    logger.error('provider_failed', {
      step,
      name: error instanceof Error ? error.name : 'unknown',
      code: refusalOf(error),
    })

  const discover = async () => {
    const { issuer, clientId, clientSecret } = config
    const isPlain = new URL(issuer).protocol === 'http:'
    const client = await openid.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      clientSecret ? openid.ClientSecretBasic(clientSecret) : openid.None(),
      { timeout: AT_MOST, ...(isPlain ? { execute: [openid.allowInsecureRequests] } : {}) },
    )
    const jwksUri = client.serverMetadata().jwks_uri
    if (jwksUri === undefined) throw new PortalError('unavailable')
    return { client, keys: createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: AT_MOST * 1000 }) }
  }

  const ready = () => {
    discovered ??= discover().catch((error: unknown) => {
      discovered = undefined
      tell('discover', error)
      throw new PortalError('unavailable')
    })
    return discovered
  }

  /** Where the browser goes to sign in. `again`: ask who it is, whatever the provider remembers. */
  const signInUrl = async (step: {
    state: string
    nonce: string
    verifier: string
    again: boolean
  }): Promise<URL> => {
    const { client } = await ready()
    const canRefresh = client.serverMetadata().scopes_supported?.includes('offline_access')
    return openid.buildAuthorizationUrl(client, {
      redirect_uri: `${config.publicOrigin}/auth/callback`,
      scope: canRefresh ? 'openid profile offline_access' : 'openid profile',
      state: step.state,
      nonce: step.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(step.verifier),
      code_challenge_method: 'S256',
      ...(step.again ? { prompt: 'login' } : {}),
    })
  }

  /** Claims of the id token that the code buys, and what it takes to ask again. Throws when anything of state, nonce, verifier or signature is off, `unavailable` when the portal itself is refused. */
  const redeem = async (
    url: URL,
    step: { state: string; nonce: string; verifier: string },
  ): Promise<{ claims: Claims; refresh: string | undefined }> => {
    const { client } = await ready()
    const checks = {
      pkceCodeVerifier: step.verifier,
      expectedState: step.state,
      expectedNonce: step.nonce,
      idTokenExpected: true,
    }
    const tokens = await openid.authorizationCodeGrant(client, url, checks).catch((error: unknown) => {
      if (!REFUSES_US.has(refusalOf(error) ?? '')) throw error
      tell('redeem', error)
      throw new PortalError('unavailable')
    })
    return { claims: readClaims(config.claims, tokens.claims()), refresh: tokens.refresh_token }
  }

  /** What the provider says of the person now. `ended`: it stands by them no longer. */
  const renew = async (
    refresh: string,
  ): Promise<{ claims: Claims; refresh: string } | 'ended' | 'unavailable'> => {
    try {
      const { client } = await ready()
      const tokens = await openid.refreshTokenGrant(client, refresh)
      const said =
        tokens.claims() ?? (await openid.fetchUserInfo(client, tokens.access_token, openid.skipSubjectCheck))
      return { claims: readClaims(config.claims, { ...said }), refresh: tokens.refresh_token ?? refresh }
    } catch (error) {
      if (refusalOf(error) === 'invalid_grant') return 'ended'
      tell('renew', error)
      return 'unavailable'
    }
  }

  /** Claims of an access token for this API (RFC 9068), and when it was issued (ms). Throws `unauthenticated`, or `unavailable` without the keys. */
  const verify = async (token: string): Promise<{ claims: Claims; issuedAt: number }> => {
    const { keys, client } = await ready()
    const scope = config.accessTokenScope
    const { payload } = await jwtVerify(token, keys, {
      issuer: client.serverMetadata().issuer,
      audience: config.audience,
      ...(scope === undefined ? { typ: 'at+jwt' } : {}),
      algorithms: ALGORITHMS,
      requiredClaims: ['exp', 'sub'],
    }).catch((error: unknown) => {
      throw isTokenWrong(error) ? invalidToken() : new PortalError('unavailable')
    })
    if (scope !== undefined && !scopesOf(payload.scp).includes(scope)) throw invalidToken()
    try {
      return { claims: readClaims(config.claims, payload), issuedAt: (payload.iat ?? 0) * 1000 }
    } catch {
      throw invalidToken()
    }
  }

  return { signInUrl, redeem, renew, verify }
}
export type Provider = ReturnType<typeof createProvider>
