import { hc } from 'hono/client'
import { expect } from 'vitest'
import type { ApiType } from '#functions/api/app.ts'
import type { CatalogueType } from '#functions/catalogue/app.ts'
import { PROBLEMS, type Problem, type ProblemCode, problem } from '#shared/contract/problem.ts'
import { HEADERS } from '#shared/rules/headers.ts'

export type Fetch = (url: URL | RequestInfo, init?: RequestInit) => Promise<Response>
type Headers = Record<string, string>

/** Somebody with an access token, and the portal's own typed clients in hand. */
export const createPerson = (origin: string, id: string, token: string, request: Fetch = fetch) => {
  const options = { headers: { authorization: `Bearer ${token}` }, fetch: request }
  const base = `${origin}/api/v1`
  return {
    id,
    token,
    api: hc<ApiType>(base, options),
    lists: hc<CatalogueType>(base, options),
    /** What no typed client would send. A body that is no text goes as JSON. */
    send: (method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Response> =>
      request(`${base}${path}`, {
        method,
        headers: {
          ...options.headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    /** The same person at another instance. */
    at: (other: Fetch): Person => createPerson(origin, id, token, other),
  }
}
export type Person = {
  id: string
  token: string
  api: ReturnType<typeof hc<ApiType>>
  lists: ReturnType<typeof hc<CatalogueType>>
  send: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Response>
  at: (other: Fetch) => Person
}

/** The problem in an answer: RFC 9457, with the status that its code has. */
export const refused = async (answer: Response | Promise<Response>, code: ProblemCode): Promise<Problem> => {
  const response = await answer
  const found = problem.parse(await response.json())
  expect({ status: response.status, code: found.code }).toEqual({ status: PROBLEMS[code], code })
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(found).toMatchObject({ type: `/problems/${code}`, status: response.status })
  return found
}

/** `path: code` of each field that a 422 names. */
export const fieldsOf = ({ fields }: Problem): Record<string, string> =>
  Object.fromEntries((fields ?? []).map(field => [field.path, field.code]))

export const etag = (version: number) => ({ [HEADERS.ifMatch]: `"${version}"` })
