import { newWriteId } from '#functions/platform/ids.ts'
import { hashOf, newSecret } from '#functions/platform/secrets.ts'
import { newSession, SESSION_COOKIE } from '#functions/session/cookie-session.ts'
import { demoPeople } from '#infra/local/demo/data.ts'
import { startPortal } from '#tests/support/portal.ts'
import { type Asked, createHttp } from './http.ts'
import { createRecorder } from './recorder.ts'

/** A clock that runs, and can be put forward. */
const createClock = () => {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    advance: (ms: number): void => {
      ahead += ms
    },
  }
}

/**
 * The portal with its demo in this process and its calls recorded. Nothing else runs in it: the pump is stopped.
 * People are signed in by cookie, as in a browser.
 */
export const startMeasuredPortal = async () => {
  const time = createClock()
  const portal = await startPortal({ cards: true, clock: time.now })
  await portal.pump.stop()
  const port = Number(new URL(portal.origin).port)
  const http = createHttp(port)

  const signIn = async (personId: string) => {
    const person = demoPeople.find(one => one.id === personId)
    if (!person) throw new Error(`There is no demo person ${personId}`)
    const { name, title, unitId, roles } = person
    const claims = { name, title, ...(unitId === null ? {} : { unit: unitId }), roles }
    const secret = newSecret()
    const session = newSession(personId, claims, time.now())
    await portal.store.sessions.write(hashOf(secret), session, undefined, newWriteId())
    const headers = {
      host: `localhost:${port}`,
      origin: portal.origin,
      cookie: `${SESSION_COOKIE}=${secret}`,
      'x-portal-csrf': '1',
    }
    /** Throws for everything but success: what is refused must not be measured. */
    return async (asked: Asked): Promise<string> => {
      const { status, body } = await http.send({ ...asked, headers: { ...headers, ...asked.headers } })
      if (status >= 300) throw new Error(`${asked.method} ${asked.path} answered ${status}: ${body}`)
      return body
    }
  }

  return {
    portal,
    time,
    signIn,
    recorder: createRecorder(portal.client),
    stop: async () => {
      http.close()
      await portal.stop()
    },
  }
}
export type MeasuredPortal = Awaited<ReturnType<typeof startMeasuredPortal>>
