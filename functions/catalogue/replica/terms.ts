import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'

/** What one can filter by. Those in `FACETS` are counted as facets. */
export const DIMENSIONS = [
  'area',
  'unit',
  'theme',
  'stage',
  'experience',
  'discretion',
  'themeGroup',
  'adoptedBy',
  'spotlight',
] as const
export type Dimension = (typeof DIMENSIONS)[number]
export const FACETS = ['area', 'unit', 'theme', 'themeGroup', 'stage', 'experience', 'discretion'] as const
export type Facet = (typeof FACETS)[number]

/** A card's values in each dimension, in the order of `DIMENSIONS`, as numbers: counting 20,000 cards stays under a millisecond. */
export type Terms = readonly (readonly number[])[]

const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value])

/** Gives every value of a dimension a number of its own, and knows the way back. */
export class Vocabulary {
  private readonly groups: ReadonlyMap<string, string>
  private readonly codes = DIMENSIONS.map(() => new Map<string, number>())

  constructor(taxonomy: Taxonomy) {
    this.groups = new Map(
      taxonomy.groups.flatMap(group => group.themes.map(theme => [theme.id, group.id] as const)),
    )
  }

  termsOf(item: CatalogueItem): Terms {
    const values: Record<Dimension, readonly string[]> = {
      area: [item.areaId],
      unit: [item.unitId],
      theme: item.themes,
      stage: one(item.stage),
      experience: one(item.experience),
      discretion: one(item.discretion),
      themeGroup: item.themes.flatMap(theme => this.groups.get(theme) ?? []),
      adoptedBy: item.adopters.map(adopter => adopter.unitId),
      spotlight: item.spotlight ? ['true'] : [],
    }
    return DIMENSIONS.map((dimension, at) =>
      [...new Set(values[dimension])].map(value => this.code(at, value)),
    )
  }

  /** The numbers of those values that any card has. */
  find(dimension: Dimension, values: readonly string[]): number[] {
    const codes = this.codes[DIMENSIONS.indexOf(dimension)]
    return values.flatMap(value => codes?.get(value) ?? [])
  }

  /** Every value of a dimension, at the place that its number says. */
  values(dimension: Dimension): string[] {
    return [...(this.codes[DIMENSIONS.indexOf(dimension)]?.keys() ?? [])]
  }

  private code(at: number, value: string): number {
    const codes = this.codes[at]
    const code = codes?.get(value) ?? codes?.size ?? 0
    codes?.set(value, code)
    return code
  }
}
