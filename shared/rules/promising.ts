import type { Experience } from './vocabulary.ts'

/** The latest that a unit reported: where the unit belongs, how it went, and when (ms since 1970). */
export type Report = { unitId: string; areaId: string; outcome: Experience; reportedAt: number }
type Place = { unitId: string; areaId: string }

/**
 * What a card's reports amount to. Weights are those of the moment of the newest report: all reports age alike, so
 * that at any other moment they are one factor away.
 */
export type Evidence = {
  /** Units that said works, partly or did not work. */
  reporters: number
  newest: number
  /** Σw, and Σw·outcome. */
  weight: number
  value: number
  /** D: how many areas it works in, as if all were equally large. */
  breadth: number
}

const DAY = 24 * 60 * 60 * 1000
/** A report counts half after so long. */
const HALF_LIFE = 540 * DAY
/** Of the Wilson interval: one-sided 90 %. */
const Z = 1.28
/** What a promising card must reach to be said to work in several places. */
export const SEVERAL_PLACES = 0.4

const VALUES: Record<Exclude<Experience, 'too_early'>, number> = { works: 1, partly: 0.5, did_not_work: 0 }
const worthOf = (outcome: Experience): number | undefined =>
  outcome === 'too_early' ? undefined : VALUES[outcome]

const aged = (ms: number): number => 2 ** (-ms / HALF_LIFE)

/** One report a unit, the latest; the origin's own does not count, nor "too early". */
const counted = (reports: readonly Report[], origin: Place): Report[] => {
  const latest = new Map<string, Report>()
  for (const report of reports) {
    if (report.unitId === origin.unitId) continue
    const known = latest.get(report.unitId)
    if (known === undefined || report.reportedAt >= known.reportedAt) latest.set(report.unitId, report)
  }
  return [...latest.values()].filter(report => worthOf(report.outcome) !== undefined)
}

/** 1/Σp², p the shares by area of the outcomes' values, with 1 for the origin's area. */
const breadthOf = (reports: readonly Report[], origin: Place): number => {
  const byArea = new Map([[origin.areaId, 1]])
  for (const { areaId, outcome } of reports)
    byArea.set(areaId, (byArea.get(areaId) ?? 0) + (worthOf(outcome) ?? 0))
  let sum = 0
  let squares = 0
  for (const value of byArea.values()) {
    sum += value
    squares += value * value
  }
  return (sum * sum) / squares
}

export const evidenceOf = (reports: readonly Report[], origin: Place): Evidence => {
  const heard = counted(reports, origin)
  const newest = heard.reduce((latest, { reportedAt }) => Math.max(latest, reportedAt), 0)
  let weight = 0
  let value = 0
  for (const { outcome, reportedAt } of heard) {
    const w = aged(newest - reportedAt)
    weight += w
    value += w * (worthOf(outcome) ?? 0)
  }
  return { reporters: heard.length, newest, weight, value, breadth: breadthOf(heard, origin) }
}

/** The lower bound of the Wilson score interval for a share `p` of `n`, which need not be whole. Nothing is 0. */
const wilsonLower = (p: number, n: number): number => {
  const z2 = Z * Z
  const spread = Z * Math.sqrt(p * (1 - p) * n + z2 / 4)
  return Math.max(0, (p * n + z2 / 2 - spread) / (n + z2))
}

/**
 * How promising a card is at a time (ms since 1970), never by likes: quality by the adopters' reports, times how
 * broadly it works (PRODUCT.md, "Promising practice"). None before two units have reported.
 */
export const scoreAt = (evidence: Evidence, now: number): number | undefined => {
  if (evidence.reporters < 2) return undefined
  const share = Math.min(1, evidence.value / evidence.weight)
  const age = Math.max(0, now - evidence.newest)
  const quality = wilsonLower(share, evidence.weight * aged(age))
  return quality * (1 + 0.5 * Math.log2(evidence.breadth))
}
