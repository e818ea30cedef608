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

/** A card's values in all dimensions, as numbers: counting 20,000 cards stays under a millisecond. */
export type Terms = readonly number[]

/** Gives every value of every dimension a number of its own, and knows the way back. */
export class Vocabulary {
  /** By number. */
  readonly values: { dimension: Dimension; value: string }[] = []
  private readonly groups: ReadonlyMap<string, string>
  private readonly codes: Readonly<Record<Dimension, Map<string, number>>> = {
    area: new Map(),
    unit: new Map(),
    theme: new Map(),
    stage: new Map(),
    experience: new Map(),
    discretion: new Map(),
    themeGroup: new Map(),
    adoptedBy: new Map(),
    spotlight: new Map(),
  }

  constructor(taxonomy: Taxonomy) {
    this.groups = new Map(
      taxonomy.groups.flatMap(group => group.themes.map(theme => [theme.id, group.id] as const)),
    )
  }

  termsOf(item: CatalogueItem): Terms {
    const terms: number[] = []
    const add = (dimension: Dimension, value: string | undefined): void => {
      if (value === undefined) return
      const code = this.code(dimension, value)
      if (!terms.includes(code)) terms.push(code)
    }
    add('area', item.areaId)
    add('unit', item.unitId)
    add('stage', item.stage)
    add('experience', item.experience)
    add('discretion', item.discretion)
    for (const theme of item.themes) {
      add('theme', theme)
      add('themeGroup', this.groups.get(theme))
    }
    for (const { unitId } of item.adopters) add('adoptedBy', unitId)
    if (item.spotlight) add('spotlight', 'true')
    return terms
  }

  /** The numbers of those values that any card has. */
  find(dimension: Dimension, values: readonly string[]): number[] {
    return values.flatMap(value => this.codes[dimension].get(value) ?? [])
  }

  private code(dimension: Dimension, value: string): number {
    const known = this.codes[dimension].get(value)
    if (known !== undefined) return known
    const code = this.values.length
    this.values.push({ dimension, value })
    this.codes[dimension].set(value, code)
    return code
  }
}
