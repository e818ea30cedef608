import type { Catalogue } from '#shared/contract/catalogue.ts'

type Kept = { pages: readonly Catalogue[]; scrollY: number }

/** The walls one has left, so that going back finds the same cards in the same place. */
const kept = new Map<string, Kept>()
let wentBack = false
globalThis.addEventListener?.('popstate', () => {
  wentBack = true
})

export const keepWall = (key: string, wall: Kept): void => {
  kept.set(key, wall)
}

/** The wall as it was left, for one who went back to it while its first page is still the same. */
export const keptWall = (key: string, first: Catalogue): Kept | undefined => {
  const found = wentBack ? kept.get(key) : undefined
  wentBack = false
  const sameFirst = found?.pages[0]?.items.every((item, i) => item.id === first.items[i]?.id)
  return sameFirst && found ? { pages: [first, ...found.pages.slice(1)], scrollY: found.scrollY } : undefined
}
