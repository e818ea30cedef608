import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Configuration, JWKS } from 'oidc-provider'
import { demoPeople } from './demo/data.ts'
import { type PickPage, pickPage } from './pick-page.ts'
import { quietly } from './quiet.ts'

export const AUDIENCE = 'urn:konkrete-greb:api'
export const CLIENT_ID = 'portal'
/** A public client for scripts on this machine: its answer is read from the redirect, which nobody follows. */
export const SCRIPT_CLIENT_ID = 'portal-script'
export const SCRIPT_REDIRECT = 'http://127.0.0.1/script'

export type ProviderKeys = { jwks: JWKS; cookieKeys: string[] }
type Handler = (request: IncomingMessage, response: ServerResponse) => void

const HOUR = 60 * 60
const MOUNT = '/oidc'
const INTERACTION = /^\/oidc\/interaction\/[\w-]+$/

const configurationFor = (origin: string, keys: ProviderKeys): Configuration => ({
  jwks: keys.jwks,
  cookies: { keys: keys.cookieKeys },
  clients: [
    {
      client_id: CLIENT_ID,
      token_endpoint_auth_method: 'none',
      redirect_uris: [`${origin}/auth/callback`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
    {
      client_id: SCRIPT_CLIENT_ID,
      token_endpoint_auth_method: 'none',
      redirect_uris: [SCRIPT_REDIRECT],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub'], profile: ['name', 'title', 'unit', 'roles'] },
  conformIdTokenClaims: false,
  ttl: {
    AccessToken: HOUR,
    AuthorizationCode: 60,
    IdToken: HOUR,
    RefreshToken: 12 * HOUR,
    Interaction: HOUR,
    Session: 12 * HOUR,
    Grant: 12 * HOUR,
  },
  /** The portal asks again while a session lasts; scripts have an hour. */
  issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
  pkce: { required: () => true },
  findAccount: (_, id) => {
    const person = demoPeople.find(one => one.id === id)
    return person && { accountId: id, claims: () => ({ sub: id, ...claimsOf(person) }) }
  },
  extraTokenClaims: (_, token) => {
    const id = 'accountId' in token ? token.accountId : undefined
    const person = demoPeople.find(one => one.id === id)
    return person && claimsOf(person)
  },
  /** The demo's people need not say yes to their own portal. */
  loadExistingGrant: async context => {
    const { client, session, provider } = context.oidc
    if (!client || !session?.accountId) return undefined
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope('openid profile')
    grant.addResourceScope(AUDIENCE, 'api')
    await grant.save()
    return grant
  },
  interactions: { url: (_, interaction) => `${MOUNT}/interaction/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'api',
        audience: AUDIENCE,
        accessTokenTTL: HOUR,
        accessTokenFormat: 'jwt',
      }),
    },
  },
})

const claimsOf = ({ name, title, unitId, roles }: (typeof demoPeople)[number]) => ({
  name,
  title,
  ...(unitId === null ? {} : { unit: unitId }),
  roles,
})

/** A real OpenID provider with the demo's people, under `/oidc` of the portal's own origin. */
export const createLocalProvider = async (
  origin: string,
  keys: ProviderKeys,
  look: PickPage,
): Promise<Handler> => {
  const { default: Provider } = await quietly(() => import('oidc-provider'))
  const provider = await quietly(
    async () => new Provider(`${origin}${MOUNT}`, configurationFor(origin, keys)),
  )
  const handle = provider.callback()

  const interact = async (request: IncomingMessage, response: ServerResponse) => {
    await provider.interactionDetails(request, response)
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('cache-control', 'no-store')
      response.end(pickPage(look))
      return
    }
    const person = new URLSearchParams(await bodyOf(request)).get('person') ?? ''
    const accountId = demoPeople.find(one => one.id === person)?.id
    await provider.interactionFinished(
      request,
      response,
      accountId === undefined ? { error: 'access_denied' } : { login: { accountId } },
      { mergeWithLastSubmission: false },
    )
  }

  return (request, response) => {
    const url = request.url ?? '/'
    if (INTERACTION.test(url)) {
      interact(request, response).catch(() => {
        // An interaction that is over: begin again.
        response.writeHead(302, { location: '/auth/login' }).end()
      })
      return
    }
    Object.assign(request, { originalUrl: url, url: url.slice(MOUNT.length) || '/' })
    void handle(request, response)
  }
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
