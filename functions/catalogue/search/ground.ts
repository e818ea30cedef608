import { createHash } from 'node:crypto'
import { danish } from '#functions/catalogue/search/danish.ts'
import type { Today } from '#functions/store/organisations.ts'
import type { GroundDump } from '../snapshot/shape.ts'
import type { Dictionary } from './dictionary.ts'
import type { CardTexts } from './fields.ts'
import { Lexicon } from './lexicon.ts'
import { SearchIndex, type Words, wordsOf } from './search-index.ts'

/** `names`: the organisation and taxonomy it was read under, or the mark of them where it came from elsewhere. */
type Read = { version: number; names: Today | string; words: Words }

/**
 * What one instance has learned from reading cards: a number for each card, one for each word, and the words of each
 * card as it was last read, so that a reload of everything need not read it all again.
 */
export class SearchGround {
  readonly lexicon: Lexicon
  /** The last index that was made: another is made from it. */
  index: SearchIndex
  private readonly numbers = new Map<string, number>()
  private readonly read = new Map<string, Read>()

  constructor(dictionary: () => Dictionary = danish) {
    this.lexicon = new Lexicon(dictionary)
    this.index = SearchIndex.empty(this.lexicon)
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

  /** What it has read under these names, and the last index. */
  dump(names: Today): GroundDump {
    const ids = [...this.numbers.keys()]
    return {
      names: markOf(names),
      ...this.lexicon.dump(this.index.wordsInUse()),
      ids,
      versions: ids.map((id, number) => this.versionIn(this.index, id, number, names)),
      texts: ids.map((_, number) => this.index.wordsOf(number)),
      ...this.index.dump(),
    }
  }

  /** What another instance has read. Only for one that has read nothing yet: words and cards are known by their numbers. */
  restore({ names, stems, words, ids, versions, texts, wholes, parts }: GroundDump): void {
    if (this.lexicon.words.length > 0 || this.numbers.size > 0) return
    this.lexicon.restore(stems, words)
    ids.forEach((id, at) => {
      const version = versions[at] ?? 0
      const known = texts[this.numberOf(id)]
      if (version > 0 && known) this.read.set(id, { version, names, words: known })
    })
    this.index = SearchIndex.restored(this.lexicon, texts, wholes, parts)
  }

  /** The version of a card whose words an index holds; 0 where that is not known. */
  private versionIn(index: SearchIndex, id: string, number: number, names: Today): number {
    const known = this.read.get(id)
    const isSame = known?.names === names || known?.names === markOf(names)
    return known && isSame && known.words === index.wordsOf(number) ? known.version : 0
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
