import type { Organisation } from '#shared/contract/organisation.ts'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'
import { indexOrganisation, type OrganisationIndex } from '#shared/rules/organisation.ts'
import { organisationItem, taxonomyItem } from './items.ts'
import { keys } from './table.ts'
import type { TableClient } from './table-client.ts'

export type Today = { organisation: OrganisationIndex; taxonomy: Taxonomy; themes: ReadonlySet<string> }

const KEPT_MS = 60_000

/** The organisation and the taxonomy as they are today. Kept in memory for a minute. */
export const createOrganisations = (table: TableClient) => {
  let kept: { at: number; today: Promise<Today> } | undefined

  const load = async (): Promise<Today> => {
    const rows = await table.getMany([keys.organisation(), keys.taxonomy()])
    const row = (sk: string) => rows.find(one => one.sk === sk)
    const organisation = row('organisation')
    const taxonomy = row('taxonomy')
    const found = {
      organisation: organisation ? organisationItem.parse(organisation).organisation : { areas: [] },
      taxonomy: taxonomy ? taxonomyItem.parse(taxonomy).taxonomy : { groups: [] },
    }
    return {
      organisation: indexOrganisation(found.organisation),
      taxonomy: found.taxonomy,
      themes: new Set(found.taxonomy.groups.flatMap(group => group.themes.map(theme => theme.id))),
    }
  }

  const today = (): Promise<Today> => {
    const now = table.clock()
    if (!kept || now - kept.at > KEPT_MS) {
      const loading = load()
      kept = { at: now, today: loading }
      loading.catch(() => {
        kept = undefined
      })
    }
    return kept.today
  }

  /** Replaces both: the organisation is brought in from outside, not edited here. */
  const replace = async (organisation: Organisation, taxonomy: Taxonomy, writeId: string): Promise<void> => {
    const stamp = { v: 1, version: 1, writeId, changedAt: table.clock() }
    await table.replace({ ...keys.organisation(), ...stamp, kind: 'organisation', organisation })
    await table.replace({ ...keys.taxonomy(), ...stamp, kind: 'taxonomy', taxonomy })
    kept = undefined
  }

  return { today, replace }
}
export type Organisations = ReturnType<typeof createOrganisations>
