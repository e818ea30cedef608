import type { Act, Actor } from '#functions/domain/actor.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import type { Today } from '#functions/store/organisations.ts'
import type { Store } from '#functions/store/store.ts'
import type { Organisation } from '#shared/contract/organisation.ts'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'

/** A municipality small enough to keep in one's head. Two units were closed: one was taken over, one was not. */
export const organisation: Organisation = {
  areas: [
    {
      id: 'boern',
      name: 'Børn og Familie',
      shortName: 'Børn',
      units: [
        { id: 'skolen', name: 'Skolen', kind: 'skole' },
        { id: 'myndighed', name: 'Børnemyndigheden', kind: 'administration' },
      ],
    },
    {
      id: 'vej',
      name: 'Vej og Ejendom',
      shortName: 'Vej',
      units: [
        { id: 'vejhold', name: 'Vejholdet', kind: 'drift' },
        { id: 'park', name: 'Park og Natur', kind: 'drift' },
      ],
    },
    { id: 'stab', name: 'Stab', shortName: 'Stab', units: [{ id: 'indkoeb', name: 'Indkøb', kind: 'stab' }] },
  ],
  former: [
    { id: 'kantinen', name: 'Kantinen', areaId: 'stab', successorId: 'indkoeb' },
    { id: 'trykkeriet', name: 'Trykkeriet', areaId: 'vej' },
  ],
}

export const taxonomy: Taxonomy = {
  groups: [
    {
      id: 'opgaver',
      label: 'Opgaver',
      themes: [
        { id: 'fravaer', label: 'Fravær', description: '' },
        { id: 'moeder', label: 'Møder', description: '' },
      ],
    },
    {
      id: 'forenkling',
      label: 'Forenkling',
      themes: [{ id: 'regler', label: 'Færre regler', description: '' }],
    },
  ],
}

export const today: Today = {
  organisation: indexOrganisation(organisation),
  taxonomy,
  themes: new Set(taxonomy.groups.flatMap(group => group.themes.map(theme => theme.id))),
}

const person = (
  personId: string,
  name: string,
  unitId: string | undefined,
  more: Partial<Actor> = {},
): Actor => ({
  personId,
  name,
  unitId,
  areaId: unitId === undefined ? undefined : today.organisation.areaOf(unitId),
  roles: ['employee'],
  unitFromSignIn: true,
  choosesUnit: false,
  ...more,
})

export const mette = person('per_mette', 'Mette', 'myndighed')
export const soeren = person('per_soeren', 'Søren', 'skolen')
export const lis = person('per_lis', 'Lis', 'indkoeb')
export const ole = person('per_ole', 'Ole', 'vejhold')
export const pia = person('per_pia', 'Pia', 'park')
export const dorte = person('per_dorte', 'Dorte', 'indkoeb', { roles: ['employee', 'director'] })
export const mogens = person('per_mogens', 'Mogens', 'indkoeb', { roles: ['employee', 'moderator'] })
/** Sign-in names no unit for them: Nadia has chosen one, Aase has not yet. */
export const nadia = person('per_nadia', 'Nadia', 'skolen', { unitFromSignIn: false, unitUnconfirmed: true })
export const aase = person('per_aase', 'Aase', undefined, { unitFromSignIn: false, choosesUnit: true })

export const everybody = [mette, soeren, lis, ole, pia, dorte, mogens, nadia, aase] as const

/** One request by this person. */
export const actBy = (actor: Actor): Act => ({ actor, writeId: newWriteId(), notCpr: [] })

export const bringOrganisation = (store: Store): Promise<void> =>
  store.organisations.replace(organisation, taxonomy, newWriteId())
