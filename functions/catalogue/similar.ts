import type { Similar } from '#shared/contract/catalogue.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { bestAfter } from './best.ts'
import { listedFor } from './listed.ts'
import type { Snapshot, Summary } from './replica/snapshot.ts'
import { similarTo } from './search/similar.ts'

const MOST = 5

/** The published cards most like a text, of those that a person sees; not the card that the text is of. */
export const similarCards = (snapshot: Snapshot, viewer: Viewer, text: string, not?: string): Similar => {
  const listed = listedFor(snapshot, viewer, 'published')
  const scores = similarTo(snapshot.searchIndex(), text, listed)
  const scoreOf = ({ number }: Summary): number => scores[number] ?? 0
  const alike = [...snapshot.all()].filter(card => scoreOf(card) > 0 && card.item.id !== not)
  return { items: bestAfter(alike, scoreOf, '', MOST).map(({ summary }) => summary.item) }
}
