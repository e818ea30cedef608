import { isDeepStrictEqual } from 'node:util'
import type { Organisation } from '#shared/contract/organisation.ts'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'
import { indexOrganisation, type OrganisationIndex } from '#shared/rules/organisation.ts'
import { organisationItem, taxonomyItem } from './items.ts'
import { keys } from './table.ts'
import type { TableClient } from './table-client.ts'

export type Today = { organisation: OrganisationIndex; taxonomy: Taxonomy; themes: ReadonlySet<string> }

const KEPT_MS = 60_000
/** While it cannot be read, what it was lately still answers: it seldom changes, and everything needs it. */
const LAST_KNOWN_MS = 10 * KEPT_MS

const todayOf = ({ organisation, taxonomy }: { organisation: Organisation; taxonomy: Taxonomy }): Today => ({
  organisation: indexOrganisation(organisation),
  taxonomy,
  themes: new Set(taxonomy.groups.flatMap(group => group.themes.map(theme => theme.id))),
})

/** The organisation and the taxonomy as they are today. Kept in memory for a minute. */
export const createOrganisations = (table: TableClient) => {
  let kept: { at: number; today: Promise<Today> } | undefined
  let last: { at: number; today: Today } | undefined

  const read = async () => {
    const rows = await table.getMany([keys.organisation(), keys.taxonomy()])
    const row = (sk: string) => rows.find(one => one.sk === sk)
    const organisation = row('organisation')
    const taxonomy = row('taxonomy')
    return {
      organisation: organisation ? organisationItem.parse(organisation).organisation : { areas: [] },
      taxonomy: taxonomy ? taxonomyItem.parse(taxonomy).taxonomy : { groups: [] },
    }
  }

  /** The same object as before while nothing changed, so that what is made from it can be kept. */
  const load = async (now: number): Promise<Today> => {
    try {
      const found = await read()
      const before = last?.today
      const known = { organisation: before?.organisation.organisation, taxonomy: before?.taxonomy }
      const today = before && isDeepStrictEqual(found, known) ? before : todayOf(found)
      last = { at: now, today }
      return today
    } catch (error) {
      if (last && now - last.at <= LAST_KNOWN_MS) return last.today
      throw error
    }
  }

  const today = (): Promise<Today> => {
    const now = table.clock()
    if (!kept || now - kept.at > KEPT_MS) {
      const loading = load(now)
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
    last = undefined
  }

  /** The organisation itself and its version, strongly consistent: what a change begins from. */
  const current = async (): Promise<{ organisation: Organisation; version: number | undefined }> => {
    const row = await table.get(keys.organisation())
    if (row === undefined) return { organisation: { areas: [] }, version: undefined }
    const { organisation, version } = organisationItem.parse(row)
    return { organisation, version }
  }

  /** Puts the organisation if nobody wrote since `seen`. Other instances follow within a minute. */
  const write = async (organisation: Organisation, seen: number | undefined, writeId: string) => {
    const item = { ...keys.organisation(), kind: 'organisation', organisation }
    const result = await table.write(item, { seen, writeId })
    kept = undefined
    return result
  }

  /** Puts the taxonomy where there is none yet. */
  const bringTaxonomy = async (taxonomy: Taxonomy, writeId: string): Promise<void> => {
    const item = { ...keys.taxonomy(), kind: 'taxonomy', taxonomy }
    await table.write(item, { seen: undefined, writeId })
    kept = undefined
  }

  return { today, replace, current, write, bringTaxonomy }
}
export type Organisations = ReturnType<typeof createOrganisations>
