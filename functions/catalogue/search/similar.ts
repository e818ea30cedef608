import { WEIGHT_OF } from './fields.ts'
import type { Lexicon } from './lexicon.ts'
import { rarity } from './search.ts'
import { CARD_SHIFT, MASK, type SearchIndex } from './search-index.ts'
import { stemOf } from './stem.ts'
import { isStopWord, spellingOf, tokensOf } from './text.ts'

/** Of a long text, the words that say most; the others cost time and say what all cards say. */
const MOST_WORDS = 40
/** A card must share this much of what the text's weightiest words say. */
const SHARE = 0.25
const WEIGHTIEST = 10

/** The stems that a text shares with any card. */
const stemsOf = (text: string, lexicon: Lexicon): number[] => {
  const spellings = tokensOf(text).map(token => spellingOf(token.word))
  const stems = spellings
    .filter(spelling => !isStopWord(spelling))
    .map(spelling => lexicon.stemId(stemOf(spelling)))
  return [...new Set(stems.filter(stem => stem !== undefined))]
}

type Told = { spelling: string; cards: Map<number, number>; weight: number }

const tell = (index: SearchIndex, stem: number, visible: Uint8Array, all: number): Told => {
  const cards = new Map<number, number>()
  for (const posting of index.whole(stem)) {
    const card = posting >>> CARD_SHIFT
    if (visible[card] === 1) cards.set(card, WEIGHT_OF[posting & MASK] ?? 0)
  }
  return { spelling: index.lexicon.stems[stem] ?? '', cards, weight: rarity(cards.size, all) }
}

/** How alike each visible card is to a text: nothing where only common words are shared, or one word of several. */
export const similarTo = (index: SearchIndex, text: string, visible: Uint8Array): Float64Array => {
  const all = visible.reduce((sum, one) => sum + one, 0)
  const told = stemsOf(text, index.lexicon)
    .map(stem => tell(index, stem, visible, all))
    .filter(({ cards }) => cards.size > 0)
    .sort((a, b) => b.weight - a.weight || (a.spelling < b.spelling ? -1 : 1))
    .slice(0, MOST_WORDS)
  const enough = SHARE * told.slice(0, WEIGHTIEST).reduce((sum, { weight }) => sum + weight, 0)
  const scores = new Float64Array(visible.length)
  const shared = new Float64Array(visible.length)
  const words = new Uint16Array(visible.length)
  for (const { cards, weight } of told) {
    for (const [card, worth] of cards) {
      scores[card] = (scores[card] ?? 0) + weight * Math.sqrt(worth)
      shared[card] = (shared[card] ?? 0) + weight
      words[card] = (words[card] ?? 0) + 1
    }
  }
  return scores.map((score, card) => {
    const isLike = (shared[card] ?? 0) >= enough && (words[card] ?? 0) >= (told.length > 2 ? 2 : 1)
    return isLike ? score : 0
  })
}
