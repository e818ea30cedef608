import { createInitiative, patchInitiative, readInitiative } from '../../api/initiatives.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { DraftApi } from '../../drafts/draft-now.ts'

/** A trace is nothing to write on. */
const read: DraftApi['read'] = async id => {
  const card = await readInitiative(id)
  if (!('lineage' in card)) throw new ApiProblem({ code: 'not_found', status: 404 })
  return card
}

export const draftApi: DraftApi = { create: createInitiative, patch: patchInitiative, read }
