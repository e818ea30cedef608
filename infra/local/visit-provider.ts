/** Cookies of one browser at one origin. */
const createJar = () => {
  const cookies = new Map<string, string>()
  return {
    lines: () => [...cookies].map(([name, value]) => `${name}=${value}`),
    keep: (lines: readonly string[]) => {
      for (const line of lines) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        cookies.set(pair.slice(0, at), pair.slice(at + 1))
      }
    },
  }
}

/** From where the portal sent the browser to where the provider sends it back, as this person at the local provider. */
export const visitProvider = async (from: string, personId: string, until: string): Promise<URL> => {
  const jar = createJar()
  let next = from
  for (let hop = 0; hop < 8 && !next.startsWith(until); hop++) {
    const isPage = next.includes('/interaction/')
    const response = await fetch(next, {
      redirect: 'manual',
      headers: { cookie: jar.lines().join('; ') },
      ...(isPage ? { method: 'POST', body: new URLSearchParams({ person: personId }) } : {}),
    })
    jar.keep(response.headers.getSetCookie())
    next = new URL(response.headers.get('location') ?? '', next).href
  }
  return new URL(next)
}
