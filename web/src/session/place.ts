import type { Area, Unit } from '#shared/contract/organisation.ts'
import type { Person } from '#shared/contract/person.ts'
import type { Session } from '#shared/contract/session.ts'

/** Who writes, and where they belong; `unit` is missing for those who have not chosen one. */
export type Place = {
  person: Person
  unit: Unit | undefined
  area: Area | undefined
  themeName: (id: string) => string
}

export const placeOf = ({ person, organisation, taxonomy }: Session): Place => {
  const area = organisation.areas.find(one => one.units.some(unit => unit.id === person.unitId))
  const themes = new Map(taxonomy.groups.flatMap(group => group.themes.map(theme => [theme.id, theme.label])))
  return {
    person,
    area,
    unit: area?.units.find(unit => unit.id === person.unitId),
    themeName: id => themes.get(id) ?? id,
  }
}

/** "Asger Bech, rådgiver" */
export const contactOf = ({ name, title }: Person): string => (title ? `${name}, ${title}` : name)
