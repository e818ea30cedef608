import { revalidate } from '@solidjs/router'
import { getCatalogue, getUnitAdoptions } from './catalogue.ts'
import { getInitiative } from './initiatives.ts'
import { getUnitPages } from './unit.ts'

/** After a write: what was read before is asked for again the next time somebody looks. */
export const forgetLists = (id: string): Promise<void> =>
  revalidate([getInitiative.keyFor(id), getCatalogue.key, getUnitAdoptions.key, getUnitPages.key])
