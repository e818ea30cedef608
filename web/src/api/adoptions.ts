import type { InferRequestType } from 'hono/client'
import type { ApiType } from '#functions/api/app.ts'
import type { Adoption } from '#shared/contract/adoption.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { api, etagOf, portalFetch } from './client.ts'

type Routes = ReturnType<typeof import('hono/client').hc<ApiType>>
export type AdoptionDraft = InferRequestType<
  Routes['initiatives'][':id']['adoptions'][':unitId']['$put']
>['json']

type Manner = { notCpr?: boolean; version?: number | undefined }

/** Replaces the whole adoption: send every field that should stay. With `version` only if nobody was faster. */
export const putAdoption = async (
  id: string,
  unitId: string,
  json: AdoptionDraft,
  { notCpr, version }: Manner = {},
): Promise<Adoption> => {
  const headers: Record<string, string> = {
    ...(notCpr ? { [HEADERS.notCpr]: 'true' } : {}),
    ...(version === undefined ? {} : { [HEADERS.ifMatch]: etagOf(version) }),
  }
  const response = await api.initiatives[':id'].adoptions[':unitId'].$put(
    { param: { id, unitId }, json },
    { headers },
  )
  return response.json()
}

export const deleteAdoption = (id: string, unitId: string) =>
  portalFetch(`/api/v1/initiatives/${id}/adoptions/${unitId}`, { method: 'DELETE' })
