import { hc } from 'hono/client'
import type { ApiType } from '#functions/api/app.ts'
import type { CatalogueType } from '#functions/catalogue/app.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { wasAskedAhead } from './asked-ahead.ts'
import { offline, problemFrom } from './problem.ts'

const SEEN = 'portal-seen'

/** The newest token of what this tab has written, so that lists answer with it. */
const seen = {
  get: (): string => {
    try {
      return sessionStorage.getItem(SEEN) ?? ''
    } catch {
      return ''
    }
  },
  set: (token: string): void => {
    try {
      sessionStorage.setItem(SEEN, token)
    } catch {
      // Without storage a list may be a second behind.
    }
  },
}

/** `fetch` as the contract wants it; throws an `ApiProblem` for everything but success. */
export const portalFetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers)
  if (init.method && init.method !== 'GET') headers.set(HEADERS.csrf, '1')
  const token = seen.get()
  if (token) headers.set(HEADERS.seen, token)
  let response: Response
  try {
    const isAhead = wasAskedAhead(String(input))
    // That answer knows nothing of the token: it is taken, and passed over.
    if (isAhead && token) await fetch(input)
    response = await fetch(input, { ...init, headers })
  } catch {
    throw offline()
  }
  const next = response.headers.get(HEADERS.seen)
  if (next) seen.set(next)
  if (!response.ok) throw await problemFrom(response)
  return response
}

const options = { fetch: portalFetch }
export const api = hc<ApiType>('/api/v1', options)
export const catalogueApi = hc<CatalogueType>('/api/v1', options)

/** The version in an ETag; what a PATCH sends back. */
export const etagOf = (version: number): string => `"${version}"`
