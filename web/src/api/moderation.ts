import { query, revalidate } from '@solidjs/router'
import type { ChosenUnits, Reports, Settlement, Target, Trail } from '#shared/contract/moderation.ts'
import type { MyData } from '#shared/contract/my-data.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { portalFetch } from './client.ts'

const BASE = '/api/v1'

/** The address of a text: the card's own, or that of a comment or an adoption on it. */
const addressOf = ({ initiativeId, commentId, unitId }: Target): string => {
  const card = `${BASE}/initiatives/${initiativeId}`
  if (commentId !== undefined) return `${card}/comments/${commentId}`
  return unitId === undefined ? card : `${card}/adoptions/${unitId}`
}

const send = (method: string, address: string, body?: unknown, headers: Record<string, string> = {}) =>
  portalFetch(address, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

/** `key` makes it safe to send again. */
export const reportText = ({ initiativeId, ...part }: Target, reason: string, key: string) =>
  send(
    'POST',
    `${BASE}/initiatives/${initiativeId}/reports`,
    { reason, ...part },
    { [HEADERS.idempotencyKey]: key },
  )
export const hideText = (target: Target, reason: string) =>
  send('PUT', `${addressOf(target)}/hidden`, { reason })
export const showText = (target: Target) => send('DELETE', `${addressOf(target)}/hidden`)
export const answerHiding = (target: Target, answer: string) =>
  send('PUT', `${addressOf(target)}/hidden/answer`, { answer })

const read = async <T>(path: string): Promise<T> => (await portalFetch(`${BASE}${path}`)).json()

const pageOf = (path: string, cursor: string | undefined): string =>
  cursor === undefined ? path : `${path}?cursor=${encodeURIComponent(cursor)}`

export const getReports = query(
  (cursor?: string) => read<Reports>(pageOf('/moderation/reports', cursor)),
  'reports',
)
export const getTrail = query((cursor?: string) => read<Trail>(pageOf('/moderation/trail', cursor)), 'trail')
export const getChosenUnits = query(() => read<ChosenUnits>('/moderation/units'), 'chosen-units')
/** Counted: asked for when somebody wants it, never by itself. */
export const fetchMyData = (): Promise<MyData> => read<MyData>('/me/data')

export const settleReport = async (id: string, settlement: Settlement): Promise<void> => {
  await send('PUT', `${BASE}/moderation/reports/${id}/settlement`, settlement)
  await revalidate([getReports.key, getTrail.key])
}

export const confirmUnit = async (personId: string, unitId: string): Promise<void> => {
  await send('PUT', `${BASE}/persons/${personId}/unit`, { unitId })
  await revalidate(getChosenUnits.key)
}

export const resetUnit = async (personId: string): Promise<void> => {
  await send('DELETE', `${BASE}/persons/${personId}/unit`)
  await revalidate(getChosenUnits.key)
}

/** Takes words out of a text for good, wherever it has them. */
export const redactText = (target: Target, words: string, reason: string) =>
  send('POST', `${addressOf(target)}/redactions`, { words, reason })

export const blockPerson = (personId: string, reason: string) =>
  send('PUT', `${BASE}/persons/${personId}/block`, { reason })
export const unblockPerson = (personId: string) => send('DELETE', `${BASE}/persons/${personId}/block`)
export const endSessions = (personId: string) => send('DELETE', `${BASE}/persons/${personId}/sessions`)
export const erasePerson = (personId: string) => send('DELETE', `${BASE}/persons/${personId}`)
