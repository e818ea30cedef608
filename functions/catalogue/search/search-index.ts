import { type CardTexts, FIELDS } from './fields.ts'
import type { Lexicon } from './lexicon.ts'
import { tokensOf } from './text.ts'

/**
 * A card's words in order: the number of each, 0 between two items of a list, and before each field `FIELD` plus its
 * place in `FIELDS`.
 */
export type Words = Uint32Array
export const FIELD = 0xff_ff_ff_00

/** Where a stem stands: a card's number in the upper 24 bits, below them a bit for each field. */
export type Postings = Uint32Array
const NONE: Postings = new Uint32Array(0)
export const MASK = 0xff
export const CARD_SHIFT = 8

/** A card that came, changed, or went (without words). */
export type Moved = { card: number; words: Words | undefined }

/** The numbers of a card's words. */
export const wordsOf = (texts: CardTexts, lexicon: Lexicon): Words => {
  const words: number[] = []
  FIELDS.forEach((field, at) => {
    if (texts[field].length === 0) return
    words.push(FIELD + at)
    texts[field].forEach((text, item) => {
      if (item > 0) words.push(0)
      for (const token of tokensOf(text)) words.push(lexicon.wordOf(token.word).id)
    })
  })
  return Uint32Array.from(words)
}

/** Which stems stand in which cards, whole and as parts of compounds. Never changes: `after` makes the next one. */
export class SearchIndex {
  readonly lexicon: Lexicon
  private readonly cards: readonly (Words | undefined)[]
  private readonly wholes: readonly (Postings | undefined)[]
  private readonly parts: readonly (Postings | undefined)[]

  private constructor(
    lexicon: Lexicon,
    cards: readonly (Words | undefined)[],
    wholes: readonly (Postings | undefined)[],
    parts: readonly (Postings | undefined)[],
  ) {
    this.lexicon = lexicon
    this.cards = cards
    this.wholes = wholes
    this.parts = parts
  }

  static empty(lexicon: Lexicon): SearchIndex {
    return new SearchIndex(lexicon, [], [], [])
  }

  /** As `dump` left it; the lexicon must be the one of then. */
  static restored(
    lexicon: Lexicon,
    cards: readonly (Words | undefined)[],
    wholes: readonly (Postings | undefined)[],
    parts: readonly (Postings | undefined)[],
  ): SearchIndex {
    return new SearchIndex(lexicon, cards, wholes, parts)
  }

  /** Where each stem stands. */
  dump() {
    return { wholes: this.wholes, parts: this.parts }
  }

  whole(stem: number): Postings {
    return this.wholes[stem] ?? NONE
  }

  part(stem: number): Postings {
    return this.parts[stem] ?? NONE
  }

  wordsOf(card: number): Words | undefined {
    return this.cards[card]
  }

  /** Numbers of the words that stand in any card. */
  wordsInUse(): ReadonlySet<number> {
    const used = new Set<number>()
    for (const words of this.cards) for (const id of words ?? []) if (id > 0 && id < FIELD) used.add(id)
    return used
  }

  after(moved: readonly Moved[]): SearchIndex {
    const cards = [...this.cards]
    const wholes = new Changes(this.wholes)
    const parts = new Changes(this.parts)
    const gone = new Set<number>()
    for (const { card, words } of moved) {
      const before = cards[card]
      if (before) {
        gone.add(card)
        this.read(before, 0, wholes, parts)
      }
      cards[card] = words
      if (words) this.read(words, card, wholes, parts, true)
    }
    return new SearchIndex(this.lexicon, cards, wholes.merged(gone), parts.merged(gone))
  }

  /** Notes every stem of a card in those that change; with `adds`, that the card now has it. */
  private read(words: Words, card: number, wholes: Changes, parts: Changes, adds = false): void {
    let field = 0
    for (const id of words) {
      if (id >= FIELD) field = 1 << (id - FIELD)
      else if (id > 0) {
        const word = this.lexicon.words[id - 1]
        if (!word) continue
        wholes.note(word.stem, card, adds ? field : 0)
        for (const part of word.parts) parts.note(part, card, adds ? field : 0)
      }
    }
  }
}

/** Changes to postings, gathered card by card so that each list is made anew once. */
class Changes {
  private readonly before: readonly (Postings | undefined)[]
  private readonly added: (number[] | undefined)[] = []

  constructor(before: readonly (Postings | undefined)[]) {
    this.before = before
  }

  note(stem: number, card: number, field: number): void {
    const list = this.added[stem] ?? []
    this.added[stem] = list
    if (field === 0) return
    const last = list.length - 1
    const posting = list[last]
    if (posting !== undefined && posting >>> CARD_SHIFT === card) list[last] = (posting | field) >>> 0
    else list.push(((card << CARD_SHIFT) | field) >>> 0)
  }

  merged(gone: ReadonlySet<number>): readonly (Postings | undefined)[] {
    const after = [...this.before]
    this.added.forEach((added = [], stem) => {
      const old = after[stem]
      const kept = old && gone.size > 0 ? old.filter(posting => !gone.has(posting >>> CARD_SHIFT)) : old
      if (!kept || kept.length === 0) {
        after[stem] = added.length > 0 ? Uint32Array.from(added) : undefined
        return
      }
      const list = new Uint32Array(kept.length + added.length)
      list.set(kept)
      list.set(added, kept.length)
      after[stem] = list
    })
    return after
  }
}
