const FORM = /<form method="post" action="([^"]+)">/
const FIELD = /<input type="hidden" name="([^"]+)" value="([^"]*)"\/>/g

/** The form of a page that submits itself, as the provider has it between one person's session and the next's. */
const selfSubmitting = (page: string) => {
  const action = FORM.exec(page)?.[1]
  if (action === undefined) return undefined
  const fields = [...page.matchAll(FIELD)].map(([, name = '', value = '']) => [name, value])
  return { url: action, init: { method: 'POST', body: new URLSearchParams(fields) } }
}

/** A browser's cookies and redirects, and nothing else of a browser. */
export const createVisitor = (origin: string) => {
  const cookies = new Map<string, string>()

  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/)
      const at = pair.indexOf('=')
      const isOver = attributes.some(attribute => /^(max-age=0|expires=.* 1970 .*)$/i.test(attribute))
      if (isOver) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }

  /** One request; redirects are not followed. */
  const visit = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(url, origin), { ...init, headers, redirect: 'manual' })
    keep(response)
    return response
  }

  /** Follows redirects; where the provider asks who it is, answers with `personId`. Returns what it ends on. */
  const signIn = async (personId: string, from = '/auth/login') => {
    const answer = { method: 'POST', body: new URLSearchParams({ person: personId }) }
    let step: { url: string; init?: RequestInit } = { url: new URL(from, origin).href }
    for (let hop = 0; hop < 12; hop++) {
      const { url } = step
      const response = await visit(url, step.init ?? (url.includes('/interaction/') ? answer : {}))
      const location = response.headers.get('location')
      const next = location === null ? undefined : new URL(location, url).href
      if (url.includes('/auth/callback')) return { next, response }
      const form = next === undefined ? selfSubmitting(await response.text()) : { url: next }
      if (form === undefined) throw new Error(`The sign-in ends on ${url} with ${response.status}`)
      step = form
    }
    throw new Error('The sign-in goes round in circles')
  }

  return {
    cookies,
    visit,
    signIn,
    /** As a page of the portal asks for what changes something. */
    write: (method: string, url: string, headers: Record<string, string> = {}, body?: unknown) =>
      visit(url, {
        method,
        headers: {
          origin,
          'x-portal-csrf': '1',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  }
}
