import { guardedOf } from '#functions/domain/sight.ts'
import type { AdoptionItem, InitiativeItem } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import type { Guarded } from '#shared/rules/visibility.ts'
import type { Status } from '#shared/rules/vocabulary.ts'
import { adoptionsOf, itemOf } from '../item.ts'
import { type Names as CardNames, type CardTexts, namesToday, textsOf } from '../search/fields.ts'
import type { SearchGround } from '../search/ground.ts'
import type { SearchIndex, Words } from '../search/search-index.ts'
import type { Entry } from './entry.ts'
import { type Terms, Vocabulary } from './terms.ts'

/** A card that is there, with what decides who sees it and where it stands. The same for all viewers. */
export type Summary = {
  /** Of its own among all cards, for tables. */
  number: number
  item: CatalogueItem
  /** The card as it is stored: its words, and its area as it was. */
  card: InitiativeItem
  guarded: Guarded
  terms: Terms
  /** What "newest" goes by (ms): it does not move while others edit. */
  since: number
  adoptions: readonly AdoptionItem[]
  /** The card it was made from. */
  originId: string | undefined
}

/** A way to list the cards of one status: by a key, ascending, of its own for each card. */
export type Order = { id: string; status: Status; keyOf: (summary: Summary) => string }
export type Placed = { key: string; summary: Summary }

type Names = ReadonlyMap<string, string>

/** Each order costs a sort; those in use are kept: three statuses newest first, two days' shuffles and promising ones. */
const ORDERS_KEPT = 8

/** The catalogue at one moment, under one organisation. Never changes: `after` makes the next one. */
export class Snapshot {
  readonly today: Today
  /** Of persons, as they are now. */
  readonly names: Names
  readonly vocabulary: Vocabulary
  readonly ground: SearchGround
  readonly cardNames: CardNames
  /** By number. */
  private readonly cards: readonly (Summary | undefined)[]
  private readonly present: readonly Summary[]
  private index: SearchIndex | undefined
  /** An index of an earlier moment, and the cards that moved since. */
  private earlier: { index: SearchIndex; moved: ReadonlySet<number> } | undefined
  private readonly orders = new Map<string, { order: Order; placed: readonly Placed[] }>()

  private constructor(
    today: Today,
    names: Names,
    shared: { vocabulary: Vocabulary; ground: SearchGround; cardNames: CardNames },
    cards: readonly (Summary | undefined)[],
  ) {
    this.today = today
    this.names = names
    this.vocabulary = shared.vocabulary
    this.ground = shared.ground
    this.cardNames = shared.cardNames
    this.cards = cards
    this.present = cards.filter(card => card !== undefined)
  }

  static empty(today: Today, names: Names, ground: SearchGround): Snapshot {
    const shared = { vocabulary: new Vocabulary(today.taxonomy), ground, cardNames: namesToday(today) }
    return new Snapshot(today, names, shared, [])
  }

  /** With these entries as they are now. Orders are mended, not made anew: they are long, and little moves. */
  after(entries: readonly Entry[]): Snapshot {
    if (entries.length === 0) return this
    const cards = [...this.cards]
    const moved = new Set<number>()
    for (const entry of entries) {
      const number = this.ground.numberOf(entry.id)
      cards[number] = this.summaryOf(entry, number)
      moved.add(number)
    }
    const next = new Snapshot(this.today, this.names, this, cards)
    next.earlier = this.index
      ? { index: this.index, moved }
      : this.earlier && { index: this.earlier.index, moved: new Set([...this.earlier.moved, ...moved]) }
    const gone = [...moved].flatMap(number => this.cards[number] ?? [])
    const arrived = [...moved].flatMap(number => cards[number] ?? [])
    for (const [id, { order, placed }] of this.orders) {
      next.orders.set(id, { order, placed: mended(placed, placedIn(order, gone), placedIn(order, arrived)) })
    }
    return next
  }

  all(): readonly Summary[] {
    return this.present
  }

  find(id: string): Summary | undefined {
    const number = this.ground.knownNumberOf(id)
    return number === undefined ? undefined : this.cards[number]
  }

  numbered(number: number): Summary | undefined {
    return this.cards[number]
  }

  inOrder(order: Order): readonly Placed[] {
    const found = this.orders.get(order.id)
    if (found) return found.placed
    const placed = sorted(placedIn(order, this.present))
    const [oldest] = this.orders.keys()
    if (this.orders.size >= ORDERS_KEPT && oldest !== undefined) this.orders.delete(oldest)
    this.orders.set(order.id, { order, placed })
    return placed
  }

  /** For searching; made when first asked for, from an earlier one where there is one. */
  searchIndex(): SearchIndex {
    if (this.index) return this.index
    const { index, moved } = this.earlier ?? {
      index: this.ground.index,
      moved: this.movedSince(this.ground.index),
    }
    this.index = index.after(
      [...moved].map(card => {
        const summary = this.cards[card]
        return { card, words: summary && this.wordsOf(summary) }
      }),
    )
    this.ground.index = this.index
    this.earlier = undefined
    return this.index
  }

  /** The cards that an index holds otherwise. Words that were read once are the same object. */
  private movedSince(index: SearchIndex): number[] {
    const moved: number[] = []
    for (let number = 0; number < this.ground.size; number++) {
      const summary = this.cards[number]
      if (index.wordsOf(number) !== (summary && this.wordsOf(summary))) moved.push(number)
    }
    return moved
  }

  /** What can be searched of a card, by field. */
  textsOf({ card, item }: Summary): CardTexts {
    return textsOf(card.content, item, this.cardNames)
  }

  /** The words of a card's texts, numbered. */
  wordsOf(summary: Summary): Words {
    const { item, card } = summary
    return this.ground.wordsOf(item.id, card.version, this.today, () => this.textsOf(summary))
  }

  private summaryOf(entry: Entry, number: number): Summary | undefined {
    const { card } = entry
    if (!card) return undefined
    const adoptions = adoptionsOf(entry)
    const item = itemOf(entry, card, adoptions, this.today.organisation, id => this.names.get(id))
    return {
      number,
      item,
      card,
      guarded: guardedOf(card, this.today.organisation),
      terms: this.vocabulary.termsOf(item),
      since: Date.parse(card.publishedAt ?? card.createdAt),
      adoptions,
      originId: card.content.origin?.initiativeId,
    }
  }
}

const placedIn = (order: Order, summaries: readonly Summary[]): Placed[] => {
  const placed: Placed[] = []
  for (const summary of summaries) {
    if (summary.item.status === order.status) placed.push({ key: order.keyOf(summary), summary })
  }
  return placed
}

/** Where this key stands, or would. */
export const placeIn = (placed: readonly Placed[], key: string): number => {
  let [low, high] = [0, placed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Few move between two looks: each is taken out and put in at its place. When many do, all are sorted. */
const FEW = 100

const mended = (
  placed: readonly Placed[],
  gone: readonly Placed[],
  arrived: readonly Placed[],
): readonly Placed[] => {
  if (gone.length + arrived.length > FEW) {
    const leaving = new Set(gone.map(({ key }) => key))
    return sorted([...placed.filter(({ key }) => !leaving.has(key)), ...arrived])
  }
  const next = [...placed]
  for (const { key } of gone) {
    const at = placeIn(next, key)
    if (next[at]?.key === key) next.splice(at, 1)
  }
  for (const one of arrived) next.splice(placeIn(next, one.key), 0, one)
  return next
}

const sorted = (placed: Placed[]): Placed[] =>
  placed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
