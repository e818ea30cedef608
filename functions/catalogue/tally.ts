import type { CatalogueQuery, Facets } from '#shared/contract/catalogue.ts'
import { DIMENSIONS, type Dimension, FACETS, type Terms, type Vocabulary } from './replica/terms.ts'

const wantedOf = (query: CatalogueQuery, dimension: Dimension): readonly string[] =>
  dimension === 'spotlight' ? (query.spotlight === 'true' ? ['true'] : []) : query[dimension]

const bitOf = (dimension: Dimension): number => 1 << DIMENSIONS.indexOf(dimension)

/**
 * Or within a filter, and between filters. Each facet counts under the other filters: a card that fails in one
 * dimension alone still counts for that one. Filters are sets of bits, one for each dimension.
 */
export const createTally = (query: CatalogueQuery, vocabulary: Vocabulary) => {
  const { values } = vocabulary
  const counts = new Uint32Array(values.length)
  const dimensions = Uint16Array.from(values, ({ dimension }) => bitOf(dimension))
  /** By value: the filter that it passes. */
  const passing = new Uint16Array(values.length)
  let filters = 0
  for (const dimension of DIMENSIONS) {
    const wanted = wantedOf(query, dimension)
    if (wanted.length > 0) filters |= bitOf(dimension)
    for (const code of vocabulary.find(dimension, wanted)) passing[code] = bitOf(dimension)
  }

  return {
    /** Counts a card that the viewer sees; tells whether it passes every filter. */
    add: (terms: Terms): boolean => {
      let failed = filters
      for (const code of terms) failed &= ~(passing[code] ?? 0)
      const failsInMore = (failed & (failed - 1)) !== 0
      if (failsInMore) return false
      for (const code of terms) {
        if (failed === 0 || dimensions[code] === failed) counts[code] = (counts[code] ?? 0) + 1
      }
      return failed === 0
    },
    facets: (): Facets => {
      const facets: Facets = {
        area: {},
        unit: {},
        theme: {},
        themeGroup: {},
        stage: {},
        experience: {},
        discretion: {},
      }
      const found = values.map(({ dimension, value }, code) => ({
        dimension,
        value,
        count: counts[code] ?? 0,
      }))
      for (const facet of FACETS) {
        const counted = found.filter(({ dimension, count }) => dimension === facet && count > 0)
        facets[facet] = Object.fromEntries(counted.map(({ value, count }) => [value, count]))
      }
      return facets
    },
  }
}
