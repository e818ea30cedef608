const MOST = 5
const key = (personId: string): string => `searches/${personId}`

/** What this person last looked for, kept on this device and nowhere else. */
export const recentSearches = (personId: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(personId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(one => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

export const rememberSearch = (personId: string, words: string): void => {
  const others = recentSearches(personId).filter(one => one.toLowerCase() !== words.toLowerCase())
  keep(personId, [words, ...others].slice(0, MOST))
}

export const forgetSearches = (personId: string): void => keep(personId, [])

const keep = (personId: string, searches: readonly string[]): void => {
  try {
    if (searches.length === 0) localStorage.removeItem(key(personId))
    else localStorage.setItem(key(personId), JSON.stringify(searches))
  } catch {
    // Without storage nothing is remembered.
  }
}
