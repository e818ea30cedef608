import { createHash } from 'node:crypto'
import type { Today } from '#functions/store/organisations.ts'
import type { GroundDump } from '../snapshot/shape.ts'
import { type Dictionary, danish } from './dictionary.ts'
import type { CardTexts } from './fields.ts'
import { Lexicon } from './lexicon.ts'
import { type Words, wordsOf } from './search-index.ts'

/** `names`: the organisation and taxonomy it was read under, or the mark of them where it came from elsewhere. */
type Read = { version: number; names: Today | string; words: Words }

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
    const known = this.knownNumberOf(id)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(id, number)
    return number
  }

  knownNumberOf(id: string): number | undefined {
    return this.numbers.get(id)
  }

  /** How many numbers have been given out. */
  get size(): number {
    return this.numbers.size
  }

  /** The words of a card in that version, under these names. */
  wordsOf(id: string, version: number, names: Today, texts: () => CardTexts): Words {
    const known = this.read.get(id)
    const isSame =
      known?.names === names || (typeof known?.names === 'string' && known.names === markOf(names))
    if (known?.version === version && isSame) return known.words
    const words = wordsOf(texts(), this.lexicon)
    this.read.set(id, { version, names, words })
    return words
  }

  /** What it has read under these names. */
  dump(names: Today): GroundDump {
    return {
      names: markOf(names),
      words: this.lexicon.words.map(({ spelling, stem, parts }) => [
        spelling,
        this.lexicon.stems[stem] ?? '',
        parts.map(part => this.lexicon.stems[part] ?? ''),
      ]),
      cards: [...this.read].flatMap(([id, { version, names: under, words }]) =>
        under === names || under === markOf(names) ? [[id, version, encoded(words)]] : [],
      ),
    }
  }

  /** What another instance has read. Only for one that has read nothing yet: words are known by their numbers. */
  restore({ names, words, cards }: GroundDump): void {
    if (this.lexicon.words.length > 0) return
    for (const [spelling, stem, parts] of words) this.lexicon.restore(spelling, stem, parts)
    for (const [id, version, numbers] of cards) {
      this.read.set(id, { version, names, words: decoded(numbers) })
    }
  }
}

const marks = new WeakMap<Today, string>()

/** The same for the same names. */
const markOf = (today: Today): string => {
  const mark =
    marks.get(today) ??
    createHash('sha256')
      .update(JSON.stringify([today.organisation.organisation, today.taxonomy]))
      .digest('base64url')
  marks.set(today, mark)
  return mark
}

const encoded = (words: Words): string =>
  Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString('base64')

const decoded = (text: string): Words => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  return new Uint32Array(bytes.buffer, 0, bytes.byteLength >> 2)
}
