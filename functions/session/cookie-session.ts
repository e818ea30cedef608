import type { SessionContent, SessionItem } from '#functions/store/sessions.ts'
import type { PersonClaims } from './acting.ts'

export const SESSION_COOKIE = '__Host-portal'
/** Binds a sign-in to the browser that began it; several tabs may share one. */
export const BROWSER_COOKIE = '__Host-portal-browser'
/** Set at sign-out: the next sign-in asks who it is. */
export const SIGNED_OUT_COOKIE = '__Host-portal-out'

const MINUTE = 60_000
/** A working day with breaks; a shared computer is let go of after two idle hours. */
const IDLE_MS = 120 * MINUTE
const WHOLE_MS = 12 * 60 * MINUTE
const RENEW_AFTER_MS = 5 * MINUTE

const expiry = (now: number, endsAt: number): number => Math.floor(Math.min(now + IDLE_MS, endsAt) / 1000)

export const newSession = (
  personId: string,
  claims: PersonClaims,
  now: number,
  refresh?: string,
): SessionContent => {
  const endsAt = now + WHOLE_MS
  return { personId, claims, claimsAt: now, refresh, renewedAt: now, endsAt, expiresAt: expiry(now, endsAt) }
}

/** When it began (ms). */
export const beganAt = ({ endsAt }: SessionItem): number => endsAt - WHOLE_MS

/** The session with its idle time begun anew; undefined while the last renewal is fresh. */
export const renewed = (
  { version, deleted, ...session }: SessionItem,
  now: number,
): SessionContent | undefined =>
  now - session.renewedAt < RENEW_AFTER_MS
    ? undefined
    : { ...session, renewedAt: now, expiresAt: expiry(now, session.endsAt) }
