import type { Similar } from '#shared/contract/catalogue.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { bestAfter } from './best.ts'
import { listedFor } from './listed.ts'
import type { Snapshot } from './replica/snapshot.ts'
import { similarTo } from './search/similar.ts'

const MOST = 5

/** The published cards most like a text, of those that a person sees; not the card that the text is of. */
export const similarCards = (snapshot: Snapshot, viewer: Viewer, text: string, not?: string): Similar => {
  const listed = listedFor(snapshot, viewer, 'published')
  const scores = similarTo(snapshot.searchIndex(), text, listed)
  const alike = snapshot.all().filter(({ number, item }) => (scores[number] ?? 0) > 0 && item.id !== not)
  const best = bestAfter(
    alike.map(({ number }) => number),
    scores,
    number => snapshot.numbered(number),
    { after: '', most: MOST },
  )
  return { items: best.map(({ summary }) => summary.item) }
}
