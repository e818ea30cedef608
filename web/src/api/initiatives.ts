import { query } from '@solidjs/router'
import type { InferRequestType } from 'hono/client'
import type { ApiType } from '#functions/api/app.ts'
import type { Initiative, InitiativeView } from '#shared/contract/initiative.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { api, etagOf, portalFetch } from './client.ts'

type Routes = ReturnType<typeof import('hono/client').hc<ApiType>>
export type InitiativeDraft = InferRequestType<Routes['initiatives']['$post']>['json']
export type InitiativeChange = InferRequestType<Routes['initiatives'][':id']['$patch']>['json']

/** The card as it is at this moment, past every cache. */
export const readInitiative = async (id: string): Promise<InitiativeView> => {
  const response = await api.initiatives[':id'].$get({ param: { id } })
  return response.json()
}

/** One card with all that hangs on it, or what is left of it to see. */
export const getInitiative = query(readInitiative, 'initiative')

type Vouch = { notCpr?: boolean }
const vouched = ({ notCpr }: Vouch): Record<string, string> => (notCpr ? { [HEADERS.notCpr]: 'true' } : {})

/** `key` makes it safe to send again: the same key never makes two cards. */
export const createInitiative = async (
  json: InitiativeDraft,
  key: string,
  vouch: Vouch = {},
): Promise<Initiative> => {
  const headers = { [HEADERS.idempotencyKey]: key, ...vouched(vouch) }
  const response = await api.initiatives.$post({ json }, { headers })
  return response.json()
}

export const patchInitiative = async (
  id: string,
  version: number,
  json: InitiativeChange,
  vouch: Vouch = {},
): Promise<Initiative> => {
  const headers = { [HEADERS.ifMatch]: etagOf(version), ...vouched(vouch) }
  const response = await api.initiatives[':id'].$patch({ param: { id }, json }, { headers })
  return response.json()
}

export const publishInitiative = async (id: string): Promise<Initiative> => {
  const response = await api.initiatives[':id'].publish.$post({ param: { id } })
  return response.json()
}

export const withdrawInitiative = async (id: string, reason: string): Promise<Initiative> => {
  const response = await api.initiatives[':id'].withdraw.$post({ param: { id }, json: { reason } })
  return response.json()
}

export const deleteInitiative = (id: string) => portalFetch(`/api/v1/initiatives/${id}`, { method: 'DELETE' })

/** "Inspirerer", on or off. */
export const setReaction = (id: string, on: boolean) =>
  portalFetch(`/api/v1/initiatives/${id}/reactions/me`, { method: on ? 'PUT' : 'DELETE' })

export const pointAt = async (id: string, reason: string): Promise<void> => {
  await api.initiatives[':id'].spotlight.$put({ param: { id }, json: { reason } })
}
export const stopPointing = (id: string) =>
  portalFetch(`/api/v1/initiatives/${id}/spotlight`, { method: 'DELETE' })
