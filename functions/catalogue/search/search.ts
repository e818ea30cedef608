import type { Asked, AskedWord } from './asked.ts'
import { WEIGHT_OF } from './fields.ts'
import { asTypo, meant, type Reading, readingsOf } from './readings.ts'
import { CARD_SHIFT, MASK, type Postings, type SearchIndex } from './search-index.ts'
import { stemOf } from './stem.ts'
import type { Near } from './typos.ts'

/** Stems to mark in the texts, by the word of the query that they answer. */
export type Marks = readonly { wholes: ReadonlySet<number>; parts: ReadonlySet<number>; weight: number }[]

export type Found = {
  match: 'all' | 'some'
  /** By card; 0 where it was not found. */
  scores: Float64Array
  cards: readonly number[]
  marks: Marks
  suggestion?: string
}

/** How one word of the query did. */
type Outcome = { readings: readonly Reading[]; found: number }

/**
 * By card, for the search under way: the worth of a word's best reading and whether the word itself is there; then how
 * much of the query it says, how many words, and whether any is whole. Used again and again: new ones for each letter
 * that somebody types would be cleared away while others wait.
 */
const newTables = (cards: number) => ({
  best: new Float32Array(cards),
  isWhole: new Uint8Array(cards),
  said: new Float64Array(cards),
  answered: new Uint8Array(cards),
  whole: new Uint8Array(cards),
})
let kept = newTables(0)

const emptyTables = (cards: number) => {
  if (kept.best.length !== cards) kept = newTables(cards)
  else for (const table of Object.values(kept)) table.fill(0)
  return kept
}
type Tables = ReturnType<typeof newTables>

/** A partial match says at least this share of what the best one says. */
const SHARE = 0.6

const outcomeOf = (readings: readonly Reading[], visible: Uint8Array, { best, isWhole }: Tables): Outcome => {
  best.fill(0)
  isWhole.fill(0)
  let found = 0
  for (const { postings, worth, isWhole: saysItself } of readings) {
    for (const posting of postings) {
      const card = posting >>> CARD_SHIFT
      if (visible[card] !== 1) continue
      const before = best[card] ?? 0
      const now = worth * (WEIGHT_OF[posting & MASK] ?? 0)
      if (before === 0) found++
      if (now > before) best[card] = now
      if (saysItself) isWhole[card] = 1
    }
  }
  return { readings, found }
}

/** Rare words weigh more (BM25's inverse document frequency), counted over what the viewer sees. */
export const rarity = (found: number, cards: number): number =>
  Math.log(1 + (cards - found + 0.5) / (found + 0.5))

/** Counts a word of that weight where it was found. */
const addWord = (weight: number, scores: Float64Array, tables: Tables): void => {
  const { best, isWhole, said, answered, whole } = tables
  for (let card = 0; card < scores.length; card++) {
    const worth = best[card] ?? 0
    if (worth === 0) continue
    scores[card] = (scores[card] ?? 0) + worth * weight
    said[card] = (said[card] ?? 0) + weight
    answered[card] = (answered[card] ?? 0) + 1
    if (isWhole[card] === 1) whole[card] = 1
  }
}

/**
 * The cards among the visible ones that answer a query: those that answer every weighty word, else the best of those
 * that hold at least one whole word of several. What is not visible makes no difference to the answer.
 */
export const search = (index: SearchIndex, asked: Asked, visible: Uint8Array): Found => {
  let cards = 0
  for (const one of visible) cards += one
  const readings = readingsOf(index, asked, visible, stemOf)
  const misspelled = new Map<AskedWord, Near[]>()
  const tables = emptyTables(visible.length)
  const { said, answered, whole } = tables
  const scores = new Float64Array(visible.length)
  const weights: number[] = []
  const outcomes = asked.words.map((word, i) => {
    let outcome = outcomeOf(readings[i] ?? [], visible, tables)
    if (outcome.found === 0) {
      const near = meant(index, word, visible)
      if (near.length > 0) misspelled.set(word, near)
      if (!word.isKnown) outcome = outcomeOf(asTypo(index, near), visible, tables)
    }
    const weight = rarity(outcome.found, cards)
    weights.push(weight)
    addWord(weight, scores, tables)
    return outcome
  })
  const all = outcomes.length
  const answersAll = all > 0 && answered.includes(all)
  let most = 0
  for (let card = 0; card < said.length; card++) {
    if (whole[card] === 1) most = Math.max(most, said[card] ?? 0)
  }
  const found: number[] = []
  for (let card = 0; card < scores.length; card++) {
    if (answered[card] === 0) continue
    const isAnswer = answersAll
      ? answered[card] === all
      : all > 1 && whole[card] === 1 && (said[card] ?? 0) >= SHARE * most
    if (isAnswer) found.push(card)
    else scores[card] = 0
  }
  const suggestion = suggestionFor(asked, misspelled, stem => countOf(index.whole(stem), visible))
  return {
    match: answersAll || found.length === 0 ? 'all' : 'some',
    scores,
    cards: found,
    marks: outcomes.map((outcome, i) => ({
      wholes: new Set(outcome.readings.flatMap(reading => reading.wholes)),
      parts: new Set(outcome.readings.flatMap(reading => reading.parts)),
      weight: weights[i] ?? 0,
    })),
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

const countOf = (postings: Postings, visible: Uint8Array): number =>
  postings.reduce((count, posting) => count + (visible[posting >>> CARD_SHIFT] ?? 0), 0)

/** The query with every word that no card has put right; undefined when there is nothing to put right. */
const suggestionFor = (
  asked: Asked,
  misspelled: ReadonlyMap<AskedWord, readonly Near[]>,
  cardsWith: (stem: number) => number,
): string | undefined => {
  let text = asked.text
  for (const [word, near] of [...misspelled].reverse()) {
    const likeliest = [...near].sort(
      (a, b) =>
        a.spelled - b.spelled ||
        cardsWith(b.word.stem) - cardsWith(a.word.stem) ||
        (a.word.spelling < b.word.spelling ? -1 : 1),
    )[0]
    if (likeliest) text = text.slice(0, word.from) + likeliest.word.spelling + text.slice(word.to)
  }
  return text === asked.text ? undefined : text
}
