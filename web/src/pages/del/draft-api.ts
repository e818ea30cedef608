import { api } from '../../api/client.ts'
import { createInitiative, patchInitiative } from '../../api/initiatives.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { DraftApi } from '../../drafts/draft-now.ts'

/** The card as it is at this moment, past every cache. */
const read: DraftApi['read'] = async id => {
  const response = await api.initiatives[':id'].$get({ param: { id } })
  const card = await response.json()
  if (!('lineage' in card)) throw new ApiProblem({ code: 'not_found', status: 404 })
  return card
}

export const draftApi: DraftApi = { create: createInitiative, patch: patchInitiative, read }
