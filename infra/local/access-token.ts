import { calculatePKCECodeChallenge, randomPKCECodeVerifier } from 'openid-client'
import * as z from 'zod'
import { SCRIPT_CLIENT_ID, SCRIPT_REDIRECT } from './provider.ts'

const answer = z.object({ access_token: z.string() })

/** Cookies of one visit to the provider. */
const createJar = () => {
  const cookies = new Map<string, string>()
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    keep: (response: Response) => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        cookies.set(pair.slice(0, at), pair.slice(at + 1))
      }
    },
  }
}

/** Signs a demo person in at the local provider as any public client would (code + PKCE) and returns an hour's access token. */
export const accessTokenFor = async (origin: string, personId: string): Promise<string> => {
  const verifier = randomPKCECodeVerifier()
  const jar = createJar()
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: jar.header() },
    })
    jar.keep(response)
    return response
  }
  const begin = new URL(`${origin}/oidc/auth`)
  begin.search = new URLSearchParams({
    client_id: SCRIPT_CLIENT_ID,
    redirect_uri: SCRIPT_REDIRECT,
    response_type: 'code',
    scope: 'openid profile',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString()

  let next = begin.href
  for (let hop = 0; hop < 8 && !next.startsWith(SCRIPT_REDIRECT); hop++) {
    const isPage = next.includes('/interaction/')
    const response = await visit(
      next,
      isPage ? { method: 'POST', body: new URLSearchParams({ person: personId }) } : {},
    )
    const location = response.headers.get('location')
    if (location === null) throw new Error(`The provider answered ${response.status}`)
    next = new URL(location, next).href
  }
  const code = new URL(next).searchParams.get('code')
  if (code === null) throw new Error(`There is no demo person ${personId}`)
  const response = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: SCRIPT_CLIENT_ID,
      redirect_uri: SCRIPT_REDIRECT,
      code,
      code_verifier: verifier,
    }),
  })
  return answer.parse(await response.json()).access_token
}
