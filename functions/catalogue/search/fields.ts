import type { Today } from '#functions/store/organisations.ts'
import type { InitiativeContent } from '#shared/contract/initiative.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'

/** Where words are looked for, the weightiest first. */
export const FIELDS = [
  'title',
  'summary',
  'challenge',
  'action',
  'core',
  'keywords',
  'themes',
  'names',
] as const
export type Field = (typeof FIELDS)[number]

const WEIGHTS: Readonly<Record<Field, number>> = {
  title: 12,
  summary: 6,
  challenge: 4,
  action: 3,
  core: 2.5,
  keywords: 2,
  themes: 1,
  names: 0.8,
}

/** What a word weighs that stands in several fields: bit n of `mask` is field n. */
export const WEIGHT_OF: Float64Array = Float64Array.from({ length: 1 << FIELDS.length }, (_, mask) =>
  FIELDS.reduce((sum, field, bit) => sum + ((mask >> bit) & 1 ? WEIGHTS[field] : 0), 0),
)

export type CardTexts = Readonly<Record<Field, readonly string[]>>

/** What a card is called and where it belongs, under the names of today. */
export type Names = { themes: ReadonlyMap<string, string>; organisation: OrganisationIndex }

export const namesToday = ({ taxonomy, organisation }: Today): Names => ({
  themes: new Map(
    taxonomy.groups.flatMap(group => group.themes.map(theme => [theme.id, theme.label] as const)),
  ),
  organisation,
})

const one = (text: string | undefined): readonly string[] => (text ? [text] : [])

/** The texts of a card by field. */
export const textsOf = (content: InitiativeContent, { unitId, areaId }: Place, names: Names): CardTexts => ({
  title: one(content.title),
  summary: one(content.summary),
  challenge: one(content.challenge),
  action: one(content.action),
  core: content.core,
  keywords: content.keywords,
  themes: content.themes.flatMap(theme => names.themes.get(theme) ?? []),
  names: [...one(names.organisation.unitName(unitId)), ...one(names.organisation.area(areaId)?.name)],
})

type Place = { unitId: string; areaId: string }
