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
type Outcome = {
  readings: readonly Reading[]
  /** By card: the worth of its best reading. */
  best: Float32Array
  /** By card: whether the word itself is there. */
  whole: Uint8Array
  found: number
}

/** A partial match says at least this share of what the best one says. */
const SHARE = 0.6

const outcomeOf = (readings: readonly Reading[], visible: Uint8Array): Outcome => {
  const best = new Float32Array(visible.length)
  const whole = new Uint8Array(visible.length)
  let found = 0
  for (const { postings, worth, isWhole } of readings) {
    for (const posting of postings) {
      const card = posting >>> CARD_SHIFT
      if (visible[card] !== 1) continue
      const before = best[card] ?? 0
      const now = worth * (WEIGHT_OF[posting & MASK] ?? 0)
      if (before === 0) found++
      if (now > before) best[card] = now
      if (isWhole) whole[card] = 1
    }
  }
  return { readings, best, whole, found }
}

/** Rare words weigh more (BM25's inverse document frequency), counted over what the viewer sees. */
export const rarity = (found: number, cards: number): number =>
  Math.log(1 + (cards - found + 0.5) / (found + 0.5))

const scoresOf = (outcomes: readonly Outcome[], visible: Uint8Array, cards: number) => {
  const weights = outcomes.map(({ found }) => rarity(found, cards))
  const scores = new Float64Array(visible.length)
  const said = new Float64Array(visible.length)
  const answered = new Uint8Array(visible.length)
  const whole = new Uint8Array(visible.length)
  outcomes.forEach((outcome, i) => {
    const weight = weights[i] ?? 0
    for (let card = 0; card < scores.length; card++) {
      const best = outcome.best[card] ?? 0
      if (best === 0) continue
      scores[card] = (scores[card] ?? 0) + best * weight
      said[card] = (said[card] ?? 0) + weight
      answered[card] = (answered[card] ?? 0) + 1
      if (outcome.whole[card] === 1) whole[card] = 1
    }
  })
  return { weights, scores, said, answered, whole }
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
  const outcomes = asked.words.map((word, i) => {
    const outcome = outcomeOf(readings[i] ?? [], visible)
    if (outcome.found > 0) return outcome
    const near = meant(index, word, visible)
    if (near.length > 0) misspelled.set(word, near)
    return word.isKnown ? outcome : outcomeOf(asTypo(index, near), visible)
  })
  const { weights, scores, said, answered, whole } = scoresOf(outcomes, visible, cards)
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
