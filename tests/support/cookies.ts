/** What a browser keeps between two requests. */
export const createJar = () => {
  const cookies = new Map<string, string>()
  return {
    header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    keep: (response: Response): void => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(line)) cookies.delete(pair.slice(0, at))
        else cookies.set(pair.slice(0, at), pair.slice(at + 1))
      }
    },
  }
}

export type Browser = (
  path: string,
  init?: RequestInit & { headers?: Record<string, string> },
) => Promise<Response>

/** A browser without a window: it has signed in as this person by the portal's own sign-in, and keeps its cookies. */
export const signInAs = async (origin: string, personId: string): Promise<Browser> => {
  const jar = createJar()
  const visit: Browser = async (path, init = {}) => {
    const headers = { ...init.headers, cookie: jar.header() }
    const response = await fetch(new URL(path, origin), { ...init, redirect: 'manual', headers })
    jar.keep(response)
    return response
  }
  let next = `${origin}/auth/login`
  for (let hop = 0; hop < 8; hop++) {
    const isPick = next.includes('/interaction/')
    const body = new URLSearchParams({ person: personId })
    const response = await visit(next, isPick ? { method: 'POST', body } : {})
    const location = response.headers.get('location')
    if (location === null) throw new Error(`Signing in ended with ${response.status}`)
    next = new URL(location, next).href
    if (next === `${origin}/`) return visit
  }
  throw new Error('Signing in did not end')
}
