import type { Catalogue, CatalogueItem } from '#shared/contract/catalogue.ts'

/** Four letters begin too many things by chance. */
const SHORTEST = 5
const STEP = 2
const MOST_TERMS = 5
const MOST_CARDS = 10

/** Shorter and shorter beginnings of the longest word, at most four: what shares its root or its first part begins so too. */
export const beginningsOf = (q: string): string[] => {
  const words = q.toLowerCase().match(/\p{L}+/gu) ?? []
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '')
  const first = Math.ceil((longest.length * 2) / 3)
  const lengths = [first, first - STEP, first - 2 * STEP].filter(length => length > SHORTEST)
  const all = first >= SHORTEST ? [...lengths, SHORTEST] : lengths
  return all.map(length => longest.slice(0, length))
}

type Ranges = readonly (readonly [number, number])[]

/** Ranges are code points. */
const marked = (text: string, ranges: Ranges): string[] => {
  const letters = [...text]
  return ranges.map(([from, to]) => letters.slice(from, to).join('').toLowerCase())
}

/** The words that were found in some cards and begin so, in the order of the cards. */
export const termsIn = (items: readonly CatalogueItem[], beginning: string): string[] => {
  const words = items.flatMap(({ title, highlight }) => [
    ...marked(title ?? '', highlight?.title ?? []),
    ...marked(highlight?.snippet.text ?? '', highlight?.snippet.ranges ?? []),
  ])
  return [...new Set(words.filter(word => word.startsWith(beginning)))].slice(0, MOST_TERMS)
}

type Read = (filters: { q: string; limit: string }) => Promise<Catalogue>

/** Words of the cards that one may see that are near what was asked for in vain: each of them finds something. */
export const nearTerms = async (q: string, read: Read): Promise<string[]> => {
  for (const beginning of beginningsOf(q)) {
    const { items } = await read({ q: beginning, limit: String(MOST_CARDS) })
    const terms = termsIn(items, beginning)
    if (terms.length > 0) return terms
  }
  return []
}
