import type { CatalogueItem, CatalogueQuery, Facets } from '#shared/contract/catalogue.ts'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'

type Dimension = {
  name: 'area' | 'unit' | 'theme' | 'themeGroup' | 'stage' | 'experience' | 'discretion' | 'adoptedBy' | 'spotlight'
  wanted: ReadonlySet<string>
  values: (item: CatalogueItem) => readonly string[]
}

const FACETS = ['area', 'unit', 'theme', 'stage', 'experience', 'discretion'] as const
type FacetName = (typeof FACETS)[number]

const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value])

const dimensionsOf = (query: CatalogueQuery, taxonomy: Taxonomy): Dimension[] => {
  const groupOf = new Map(taxonomy.groups.flatMap(group => group.themes.map(theme => [theme.id, group.id] as const)))
  const wanted = (values: readonly string[]) => new Set(values)
  return [
    { name: 'area', wanted: wanted(query.area), values: item => [item.areaId] },
    { name: 'unit', wanted: wanted(query.unit), values: item => [item.unitId] },
    { name: 'theme', wanted: wanted(query.theme), values: item => item.themes },
    { name: 'stage', wanted: wanted(query.stage), values: item => one(item.stage) },
    { name: 'experience', wanted: wanted(query.experience), values: item => one(item.experience) },
    { name: 'discretion', wanted: wanted(query.discretion), values: item => one(item.discretion) },
    {
      name: 'themeGroup',
      wanted: wanted(query.themeGroup),
      values: item => item.themes.flatMap(theme => groupOf.get(theme) ?? []),
    },
    { name: 'adoptedBy', wanted: wanted(query.adoptedBy), values: item => item.adopters.map(adopter => adopter.unitId) },
    {
      name: 'spotlight',
      wanted: wanted(query.spotlight === undefined ? [] : [query.spotlight]),
      values: item => [String(item.spotlight !== undefined)],
    },
  ]
}

const isFacet = (name: string): name is FacetName => FACETS.some(facet => facet === name)

/**
 * Or within a filter, and between filters. Each facet counts under the other filters: an item that fails in one
 * dimension alone still counts for that one.
 */
export const filtered = (items: readonly CatalogueItem[], query: CatalogueQuery, taxonomy: Taxonomy) => {
  const dimensions = dimensionsOf(query, taxonomy)
  const active = dimensions.filter(dimension => dimension.wanted.size > 0)
  const counted = dimensions.filter(dimension => isFacet(dimension.name))
  const facets: Facets = { area: {}, unit: {}, theme: {}, stage: {}, experience: {}, discretion: {} }
  const count = ({ name, values }: Dimension, item: CatalogueItem): void => {
    if (!isFacet(name)) return
    for (const value of values(item)) facets[name][value] = (facets[name][value] ?? 0) + 1
  }
  const kept: CatalogueItem[] = []
  for (const item of items) {
    const failing = active.filter(({ wanted, values }) => !values(item).some(value => wanted.has(value)))
    const [first, second] = failing
    if (second) continue
    if (first) {
      count(first, item)
      continue
    }
    kept.push(item)
    for (const dimension of counted) count(dimension, item)
  }
  return { kept, facets }
}
