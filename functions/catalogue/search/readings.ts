import type { Asked, AskedWord } from './asked.ts'
import { CARD_SHIFT, type Postings, type SearchIndex } from './search-index.ts'
import { synonymsAt } from './synonyms.ts'
import { standingTogether } from './together.ts'
import { type Near, nearWords } from './typos.ts'

/** A way to understand a word of the query, and the cards that answer it. */
export type Reading = {
  postings: Postings
  /** How much it counts beside the word itself. */
  worth: number
  /** It is the word, not just its beginning or something like it: alone it may answer a part of a query. */
  isWhole: boolean
  /** What to mark in the texts. */
  wholes: readonly number[]
  parts: readonly number[]
}

const WORTH = { whole: 1, joined: 1, apart: 0.7, part: 0.6, synonym: 0.5, begun: 0.4, typo: 0.3 } as const
/** Words between the parts of a compound that is written apart: "samtale om det lange sygefravær". */
const APART_REACH = 8
const LINKS = ['', 's', 'e', 'er', 'n'] as const
const BEGUN_LEAST = 2
/** A short word that the dictionary knows is whole as it stands: "bil" does not begin "billede". */
const WHOLE_AT_MOST = 4

const ids = (stems: readonly (number | undefined)[]): number[] => stems.filter(stem => stem !== undefined)

/** The word in all its forms, and compounds that have it in them. */
const itself = (index: SearchIndex, stem: number): Reading[] => [
  { postings: index.whole(stem), worth: WORTH.whole, isWhole: true, wholes: [stem], parts: [] },
  { postings: index.part(stem), worth: WORTH.part, isWhole: true, wholes: [], parts: [stem] },
]

/** A compound that the cards write in several words. */
const apart = (index: SearchIndex, word: AskedWord, visible: Uint8Array): Reading[] =>
  word.apart.map(stems => {
    const known = stems.map(stem => index.lexicon.stemId(stem))
    const postings = standingTogether(index, known, { reach: APART_REACH, visible, inParts: true })
    return {
      postings,
      worth: WORTH.apart,
      isWhole: true,
      wholes: postings.length > 0 ? ids(known) : [],
      parts: [],
    }
  })

/** Two neighbours that the cards write as one: "tavle møde". */
const joined = (index: SearchIndex, first: AskedWord, second: AskedWord, stemOf: StemOf): Reading[] => {
  if (second.place !== first.place + 1) return []
  const stems = new Set(
    ids(LINKS.map(link => index.lexicon.stemId(stemOf(first.spelling + link + second.spelling)))),
  )
  return [...stems].flatMap(stem => [
    { postings: index.whole(stem), worth: WORTH.joined, isWhole: true, wholes: [stem], parts: [] },
    { postings: index.part(stem), worth: WORTH.part, isWhole: true, wholes: [], parts: [stem] },
  ])
}

/** What the last word may become. */
const begun = (index: SearchIndex, word: AskedWord): Reading[] => {
  const isWhole = word.isKnown && word.spelling.length <= WHOLE_AT_MOST
  if (!word.isOpen || isWhole || word.spelling.length < BEGUN_LEAST) return []
  const wholes = new Set(
    index.lexicon.beginningWith(word.spelling).flatMap(found => (found.isStop ? [] : [found.stem])),
  )
  const parts = index.lexicon.partsBeginningWith(word.spelling)
  return [
    ...[...wholes].map(stem => reading(index.whole(stem), WORTH.begun, [stem], [])),
    ...parts.map(stem => reading(index.part(stem), WORTH.begun * WORTH.part, [], [stem])),
  ]
}

const reading = (
  postings: Postings,
  worth: number,
  wholes: readonly number[],
  parts: readonly number[],
): Reading => ({ postings, worth, isWhole: false, wholes, parts })

type StemOf = (word: string) => string

/** What each word may mean, typing errors aside. */
export const readingsOf = (
  index: SearchIndex,
  asked: Asked,
  visible: Uint8Array,
  stemOf: StemOf,
): Reading[][] => {
  const { words } = asked
  const readings = words.map(word => {
    const stem = index.lexicon.stemId(word.stem)
    return [
      ...(stem === undefined ? [] : itself(index, stem)),
      ...apart(index, word, visible),
      ...begun(index, word),
    ]
  })
  words.forEach((word, i) => {
    const next = words[i + 1]
    const asOne = next ? joined(index, word, next, stemOf) : []
    readings[i]?.push(...asOne)
    readings[i + 1]?.push(...asOne)
    for (const { covers, others } of synonymsAt(asked, i)) {
      const said = others.map(expression => {
        const stems = expression.map(stem => index.lexicon.stemId(stem))
        const postings = standingTogether(index, stems, { reach: expression.length + 1, visible })
        return { postings, worth: WORTH.synonym, isWhole: true, wholes: ids(stems), parts: [] }
      })
      for (let covered = i; covered < i + covers; covered++) readings[covered]?.push(...said)
    }
  })
  return readings
}

const isSeen = (index: SearchIndex, { word }: Near, visible: Uint8Array): boolean =>
  index
    .whole(word.stem)
    .some(
      posting =>
        visible[posting >>> CARD_SHIFT] === 1 &&
        index.wordsOf(posting >>> CARD_SHIFT)?.includes(word.id) === true,
    )

/** The words that may have been meant, of those in cards that the viewer sees: only the nearest. */
export const meant = (index: SearchIndex, word: AskedWord, visible: Uint8Array): Near[] => {
  const near = nearWords(word.spelling, word.stem, index.lexicon).sort((a, b) => a.errors - b.errors)
  const seen: Near[] = []
  for (const one of near) {
    const [first] = seen
    if (first && one.errors > first.errors) break
    if (isSeen(index, one, visible)) seen.push(one)
  }
  return seen
}

export const asTypo = (index: SearchIndex, near: readonly Near[]): Reading[] =>
  [...new Set(near.map(({ word }) => word.stem))].map(stem =>
    reading(index.whole(stem), WORTH.typo, [stem], []),
  )
