import type { CatalogueQuery, Facets } from '#shared/contract/catalogue.ts'
import { DIMENSIONS, type Dimension, FACETS, type Terms, type Vocabulary } from './replica/terms.ts'

const wantedOf = (query: CatalogueQuery, dimension: Dimension): readonly string[] =>
  dimension === 'spotlight' ? (query.spotlight === 'true' ? ['true'] : []) : query[dimension]

const hasWanted = (codes: readonly number[], isWanted: Uint8Array): boolean => {
  for (const code of codes) if (isWanted[code] === 1) return true
  return false
}

/** Nothing fails, or more than one dimension does. */
const NONE = -1
const MORE = -2

/**
 * Or within a filter, and between filters. Each facet counts under the other filters: a card that fails in one
 * dimension alone still counts for that one.
 */
export const createTally = (query: CatalogueQuery, vocabulary: Vocabulary) => {
  const active = DIMENSIONS.flatMap((dimension, at) => {
    const wanted = wantedOf(query, dimension)
    if (wanted.length === 0) return []
    const isWanted = new Uint8Array(vocabulary.values(dimension).length)
    for (const code of vocabulary.find(dimension, wanted)) isWanted[code] = 1
    return [{ at, isWanted }]
  })
  const counted = FACETS.map(facet => {
    const values = vocabulary.values(facet)
    return { facet, at: DIMENSIONS.indexOf(facet), values, counts: new Uint32Array(values.length) }
  })

  /** The dimension whose filter the card fails. */
  const failing = (terms: Terms): number => {
    let failed = NONE
    for (const { at, isWanted } of active) {
      if (hasWanted(terms[at] ?? [], isWanted)) continue
      if (failed !== NONE) return MORE
      failed = at
    }
    return failed
  }

  return {
    /** Counts a card that the viewer sees; tells whether it passes every filter. */
    add: (terms: Terms): boolean => {
      const failed = failing(terms)
      if (failed === MORE) return false
      for (const { at, counts } of counted) {
        if (failed !== NONE && failed !== at) continue
        for (const code of terms[at] ?? []) counts[code] = (counts[code] ?? 0) + 1
      }
      return failed === NONE
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
      for (const { facet, values, counts } of counted) {
        const found = values.map((value, code) => [value, counts[code] ?? 0] as const)
        facets[facet] = Object.fromEntries(found.filter(([, count]) => count > 0))
      }
      return facets
    },
  }
}
