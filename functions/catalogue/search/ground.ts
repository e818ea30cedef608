import { type Dictionary, danish } from './dictionary.ts'
import type { CardTexts } from './fields.ts'
import { Lexicon } from './lexicon.ts'
import { type Words, wordsOf } from './search-index.ts'

type Read = { version: number; names: object; words: Words }

/**
 * What one instance has learned from reading cards: a number for each card, one for each word, and the words of each
 * card as it was last read, so that a reload of everything need not read it all again.
 */
export class SearchGround {
  readonly lexicon: Lexicon
  private readonly numbers = new Map<string, number>()
  private readonly read = new Map<string, Read>()

  constructor(dictionary: () => Dictionary = danish) {
    this.lexicon = new Lexicon(dictionary)
  }

  get dictionary(): Dictionary {
    return this.lexicon.dictionary()
  }

  /** The same for a card as long as the instance lives. */
  numberOf(id: string): number {
    const known = this.numbers.get(id)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(id, number)
    return number
  }

  /** How many numbers have been given out. */
  get size(): number {
    return this.numbers.size
  }

  /** The words of a card in that version, under these names. */
  wordsOf(id: string, version: number, names: object, texts: () => CardTexts): Words {
    const known = this.read.get(id)
    if (known?.version === version && known.names === names) return known.words
    const words = wordsOf(texts(), this.lexicon)
    this.read.set(id, { version, names, words })
    return words
  }
}
