import type { Store } from '#functions/store/store.ts'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'
import { parseOrganisationFile } from './organisation-file.ts'
import { planOrganisation, type Step } from './organisation-plan.ts'

const WORDS: Record<Step['what'], (step: Step) => string> = {
  area_added: ({ name }) => `Nyt område: ${name}`,
  area_renamed: ({ name, to }) => `Området ${name} hedder nu ${to}`,
  area_gone: ({ name }) => `Området ${name} har ingen enheder mere`,
  added: ({ name, to }) => `Ny enhed: ${name} (${to})`,
  reopened: ({ name, to }) => `Genåbnet: ${name} (${to})`,
  renamed: ({ name, to }) => `${name} hedder nu ${to}`,
  moved: ({ name, to }) => `${name} flytter til ${to}`,
  merged: ({ name, to }) => `${name} lægges sammen med andre i ${to}`,
  closed: ({ name, to }) => `${name} lukker; ${to ?? 'moderatorerne'} får dens kort`,
}

export type Imported = { lines: string[]; applied: boolean }

/**
 * Reads a list of units and tells what it would change; changes it only with `apply`. A portal's first list brings
 * the taxonomy with it. Throws `FileProblem` for a list that
 * cannot be used, and where somebody else changed the organisation meanwhile.
 */
export const importOrganisation = async (
  store: Store,
  text: string,
  { apply, writeId, taxonomy }: { apply: boolean; writeId: string; taxonomy: Taxonomy },
): Promise<Imported> => {
  const { organisation, version } = await store.organisations.current()
  const { next, steps } = planOrganisation(organisation, parseOrganisationFile(text))
  const lines = steps.map(step => WORDS[step.what](step))
  if (!apply || steps.length === 0) return { lines, applied: false }
  const result = await store.organisations.write(next, version, writeId)
  if (!result.landed) throw new Error('The organisation was changed meanwhile. Look at the list again.')
  await store.organisations.bringTaxonomy(taxonomy, writeId)
  return { lines, applied: true }
}
