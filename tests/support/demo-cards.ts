import { demoCards } from '#infra/local/demo/data.ts'
import { demoInitiativeId } from '#infra/local/demo/derived-ids.ts'

const cards = demoCards().map(({ ref, createdAt, input }) => ({
  id: demoInitiativeId(ref, createdAt),
  title: input.title ?? '',
}))

/** The demo's card whose title begins like this. */
export const demoCardId = (start: string): string => {
  const found = cards.find(card => card.title.startsWith(start))
  if (!found) throw new Error(`No card of the demo begins with »${start}«`)
  return found.id
}

export const demoCardPath = (start: string): string => `/greb/${demoCardId(start)}`
