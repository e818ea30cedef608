import type { Viewer } from '#shared/rules/visibility.ts'
import type { Status } from '#shared/rules/vocabulary.ts'
import { isListedFor } from './listed.ts'
import type { Snapshot, Summary } from './replica/snapshot.ts'
import type { Asked } from './search/asked.ts'
import { search } from './search/search.ts'

/** The cards of one status that a person sees, and 1 at the number of each. */
export const seenBy = (snapshot: Snapshot, viewer: Viewer, status: Status) => {
  const visible = new Uint8Array(snapshot.ground.size)
  const cards: Summary[] = []
  for (const summary of snapshot.all()) {
    if (summary.item.status !== status || !isListedFor(viewer, summary)) continue
    visible[summary.number] = 1
    cards.push(summary)
  }
  return { cards, visible }
}

/** What a query finds among the cards that a person sees. */
export const findCards = (snapshot: Snapshot, viewer: Viewer, status: Status, asked: Asked) => {
  const { cards, visible } = seenBy(snapshot, viewer, status)
  const found = search(snapshot.searchIndex(), asked, visible)
  return { ...found, cards: cards.filter(({ number }) => (found.scores[number] ?? 0) > 0) }
}
export type FoundCards = ReturnType<typeof findCards>
