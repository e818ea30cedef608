import { query, revalidate } from '@solidjs/router'
import type { PersonPatch } from '#shared/contract/person.ts'
import type { Session } from '#shared/contract/session.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { api, portalFetch } from './client.ts'
import { ApiProblem } from './problem.ts'

/** Sign-in is a page of its own: the browser goes there and comes back to the same address. */
export const signInAddress = (path = `${location.pathname}${location.search}`): string =>
  `/auth/login?returnTo=${encodeURIComponent(path)}`

const never = (): Promise<never> => new Promise(() => {})

/** Who I am, with the names of today. Somebody unknown is sent to sign in, and waits here meanwhile. */
export const getSession = query(async (): Promise<Session> => {
  try {
    const response = await api.session.$get()
    return await response.json()
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'unauthenticated') {
      location.replace(signInAddress())
      return never()
    }
    throw error
  }
}, 'session')

export const patchMe = async (patch: PersonPatch): Promise<void> => {
  await api.me.$patch({ json: patch })
  await revalidate(getSession.key)
}

export const signOut = async (): Promise<void> => {
  await portalFetch('/auth/logout', { method: 'POST', headers: { [HEADERS.csrf]: '1' } })
  sessionStorage.clear()
  location.assign('/log-ud')
}
