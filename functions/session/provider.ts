import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import * as openid from 'openid-client'
import type { Config } from '#functions/platform/config.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type Claims, claims } from '#shared/contract/session.ts'

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']

/** Any OpenID provider: discovered when first needed, and again after a failure. */
export const createProvider = (config: Config) => {
  let discovered:
    | Promise<{ client: openid.Configuration; keys: ReturnType<typeof createRemoteJWKSet> }>
    | undefined

  const discover = async () => {
    const { issuer, clientId, clientSecret } = config
    const isPlain = new URL(issuer).protocol === 'http:'
    const client = await openid.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      clientSecret ? openid.ClientSecretBasic(clientSecret) : openid.None(),
      isPlain ? { execute: [openid.allowInsecureRequests] } : {},
    )
    const jwksUri = client.serverMetadata().jwks_uri
    if (jwksUri === undefined) throw new PortalError('unavailable')
    return { client, keys: createRemoteJWKSet(new URL(jwksUri)) }
  }

  const ready = () => {
    discovered ??= discover().catch(() => {
      discovered = undefined
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
    return openid.buildAuthorizationUrl(client, {
      redirect_uri: `${config.publicOrigin}/auth/callback`,
      scope: 'openid profile',
      state: step.state,
      nonce: step.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(step.verifier),
      code_challenge_method: 'S256',
      ...(step.again ? { prompt: 'login' } : {}),
    })
  }

  /** Claims of the id token that the code buys. Throws when anything of state, nonce, verifier or signature is off. */
  const redeem = async (
    url: URL,
    step: { state: string; nonce: string; verifier: string },
  ): Promise<Claims> => {
    const { client } = await ready()
    const tokens = await openid.authorizationCodeGrant(client, url, {
      pkceCodeVerifier: step.verifier,
      expectedState: step.state,
      expectedNonce: step.nonce,
      idTokenExpected: true,
    })
    return claims.parse(tokens.claims())
  }

  /** Claims of an access token for this API (RFC 9068). Throws `unauthenticated`, or `unavailable` without the keys. */
  const verify = async (token: string): Promise<Claims> => {
    const { keys, client } = await ready()
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: client.serverMetadata().issuer,
        audience: config.audience,
        typ: 'at+jwt',
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
      })
      return claims.parse(payload)
    } catch (error) {
      const isTheirs = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)
      throw new PortalError(isTheirs ? 'unauthenticated' : 'unavailable', {
        headers: isTheirs ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {},
      })
    }
  }

  return { signInUrl, redeem, verify }
}
export type Provider = ReturnType<typeof createProvider>
