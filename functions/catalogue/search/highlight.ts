import type { Highlight } from '#shared/contract/catalogue.ts'
import { type CardTexts, FIELDS } from './fields.ts'
import type { Lexicon, Word } from './lexicon.ts'
import type { Marks } from './search.ts'
import { FIELD, type Words } from './search-index.ts'
import { tokensOf } from './text.ts'

/** UTF-16 units, and which words of the query stand there (a bit for each of the first 31). */
type Hit = { from: number; to: number; answers: number }

const LENGTH = 180
/** How much of the snippet stands before what was found. */
const LEAD = 40
const MOST_BITS = 31

/** Which words of the query a word answers, as bits. */
const answersTo = (word: Word, marks: Marks): number => {
  let answers = 0
  for (let i = 0; i < marks.length && i < MOST_BITS && !word.isStop; i++) {
    const { wholes, parts } = marks[i] ?? NO_MARKS
    if (wholes.has(word.stem) || word.parts.some(part => parts.has(part))) answers |= 1 << i
  }
  return answers
}
const NO_MARKS: Marks[number] = { wholes: new Set(), parts: new Set(), weight: 0 }

const remembered = new WeakMap<Marks, Map<Word, number>>()

/** The cards of a page say much the same words: each is tried once. */
const answeredBy = (word: Word, marks: Marks): number => {
  const known = remembered.get(marks) ?? new Map<Word, number>()
  remembered.set(marks, known)
  const answers = known.get(word) ?? answersTo(word, marks)
  known.set(word, answers)
  return answers
}

const hitsIn = (text: string, marks: Marks, lexicon: Lexicon): Hit[] =>
  tokensOf(text).flatMap(({ from, to, word }) => {
    const answers = answeredBy(lexicon.wordOf(word), marks)
    return answers === 0 ? [] : [{ from, to, answers }]
  })

/** What each text of a card answers, field by field in the order of its words: none needs to be read to know. */
const answersIn = (words: Words, marks: Marks, lexicon: Lexicon): number[][] => {
  const fields: number[][] = FIELDS.map(() => [])
  let texts: number[] = []
  for (const id of words) {
    if (id >= FIELD) texts = fields[id - FIELD] ?? []
    if (id >= FIELD || id === 0) texts.push(0)
    else {
      const word = lexicon.words[id - 1]
      if (word) texts.push((texts.pop() ?? 0) | answeredBy(word, marks))
    }
  }
  return fields
}

const weightOf = (answers: number, marks: Marks): number =>
  marks.reduce((sum, { weight }, i) => sum + ((answers >> i) & 1 && i < MOST_BITS ? weight : 0), 0)

const answersOf = (hits: readonly Hit[]): number => hits.reduce((all, hit) => all | hit.answers, 0)

/** From UTF-16 units to code points. */
const ranges = (text: string, hits: readonly Hit[], start = 0): [number, number][] => {
  const length = (from: number, to: number) => [...text.slice(from, to)].length
  return hits.map(({ from, to }) => {
    const begin = length(start, from)
    return [begin, begin + length(from, to)]
  })
}

type Window = { from: number; to: number }

/** The stretch of the text that answers most of the query, from the first such place on. */
const bestWindow = (text: string, hits: readonly Hit[], marks: Marks): Window => {
  let best: { window: Window; weight: number } | undefined
  for (const { from } of hits) {
    const window = stretch(text, from)
    const weight = weightOf(answersOf(within(hits, window)), marks)
    if (best === undefined || weight > best.weight) best = { window, weight }
  }
  return best?.window ?? stretch(text, 0)
}

const within = (hits: readonly Hit[], { from, to }: Window): Hit[] =>
  hits.filter(hit => hit.from >= from && hit.to <= to)

/** From a little before a place, between words. */
const stretch = (text: string, at: number): Window => {
  if (text.length <= LENGTH) return { from: 0, to: text.length }
  const wanted = Math.max(0, Math.min(at - LEAD, text.length - LENGTH))
  const from = wanted === 0 ? 0 : Math.min(at, wanted + gap(text.slice(wanted)))
  const end = Math.min(text.length, from + LENGTH)
  if (end === text.length) return { from, to: end }
  const back = text.slice(from, end).search(/\s\S*$/)
  return { from, to: back > 0 ? from + back : end }
}

const gap = (text: string): number => {
  const space = text.search(/\s/)
  return space < 0 ? 0 : space + 1
}

type Place = { field: Highlight['snippet']['field']; text: string; answers: number }

/** Where a snippet may come from, in the order of weight. */
const placesOf = (texts: CardTexts, answers: readonly (readonly number[])[]): Place[] =>
  FIELDS.flatMap((field, at): Place[] => {
    if (field === 'title') return []
    return texts[field].map((text, i) => ({
      field: field === 'names' ? (i === 0 ? 'unit' : 'area') : field,
      text,
      answers: answers[at]?.[i] ?? 0,
    }))
  })

/**
 * The place that answers most: what the title does not tell comes first, and said again elsewhere it counts a little.
 */
const bestPlace = (places: readonly Place[], told: number, marks: Marks): Place | undefined => {
  const worth = ({ answers }: Place) => weightOf(answers & ~told, marks) + weightOf(answers & told, marks) / 4
  let best: { place: Place; worth: number } | undefined
  for (const place of places) {
    const now = worth(place)
    if (best === undefined || now > best.worth) best = { place, worth: now }
  }
  return best?.place
}

/** What to mark in the title, and a snippet that shows why the card was found. */
export const highlightOf = (texts: CardTexts, words: Words, marks: Marks, lexicon: Lexicon): Highlight => {
  const title = texts.title[0] ?? ''
  const inTitle = hitsIn(title, marks, lexicon)
  const place = bestPlace(placesOf(texts, answersIn(words, marks, lexicon)), answersOf(inTitle), marks)
  const titleRanges = ranges(title, inTitle)
  if (place === undefined)
    return { title: titleRanges, snippet: { field: 'title', text: title, ranges: titleRanges } }
  const hits = hitsIn(place.text, marks, lexicon)
  const window = bestWindow(place.text, hits, marks)
  const before = window.from > 0 ? '… ' : ''
  const after = window.to < place.text.length ? ' …' : ''
  const shift = before.length
  return {
    title: titleRanges,
    snippet: {
      field: place.field,
      text: `${before}${place.text.slice(window.from, window.to)}${after}`,
      ranges: ranges(place.text, within(hits, window), window.from).map(([from, to]) => [
        from + shift,
        to + shift,
      ]),
    },
  }
}
