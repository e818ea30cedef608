import type { FlowCell, MonthOfArea } from '#shared/contract/insights.ts'
import type { Area } from '#shared/contract/organisation.ts'
import type { ActivityKind, AdoptionStage, Experience } from '#shared/rules/vocabulary.ts'

export type AreaName = Pick<Area, 'id' | 'shortName'>

/** All flows from one area to another. */
export type Pair = {
  from: AreaName
  to: AreaName
  /** Took it on; who only considers it has not. */
  taken: number
  stages: Partial<Record<AdoptionStage, number>>
  outcomes: Partial<Record<Experience, number>>
}

/** Today's areas, and after them those of the time that are no more. */
export const areasIn = (areas: readonly AreaName[], ids: readonly string[]): AreaName[] => {
  const known = new Set(areas.map(area => area.id))
  const former = new Set(ids.filter(id => !known.has(id)))
  return [...areas, ...[...former].sort().map(id => ({ id, shortName: 'Et tidligere område' }))]
}

/** The areas between which something moved. */
export const areasOf = (cells: readonly FlowCell[]): string[] => cells.flatMap(({ from, to }) => [from, to])

const isTaken = ({ stage }: FlowCell): boolean => stage !== 'considering'

/** Every two areas between which something moved, in the order of the areas. */
export const pairsOf = (areas: readonly AreaName[], cells: readonly FlowCell[]): Pair[] => {
  const all = areas.flatMap(from =>
    areas.map((to): Pair => ({ from, to, taken: 0, stages: {}, outcomes: {} })),
  )
  const byKey = new Map(all.map(pair => [`${pair.from.id} ${pair.to.id}`, pair]))
  for (const cell of cells) {
    const pair = byKey.get(`${cell.from} ${cell.to}`)
    if (!pair) continue
    if (isTaken(cell)) pair.taken += cell.count
    pair.stages[cell.stage] = (pair.stages[cell.stage] ?? 0) + cell.count
    if (cell.outcome) pair.outcomes[cell.outcome] = (pair.outcomes[cell.outcome] ?? 0) + cell.count
  }
  return all.filter(pair => Object.keys(pair.stages).length > 0)
}

const sum = (pairs: readonly Pair[]): number => pairs.reduce((total, pair) => total + pair.taken, 0)

/** What an area gave, and what it took. */
export const givenBy = (pairs: readonly Pair[], id: string): number =>
  sum(pairs.filter(pair => pair.from.id === id))
export const takenBy = (pairs: readonly Pair[], id: string): number =>
  sum(pairs.filter(pair => pair.to.id === id))

/** "53 af 74 gange": how many in all, and how many of them from another area. */
export const totalsOf = (pairs: readonly Pair[]) => ({
  all: sum(pairs),
  across: sum(pairs.filter(pair => pair.from.id !== pair.to.id)),
})

/** Every two areas of which neither has taken anything from the other. */
export const notYet = (areas: readonly AreaName[], pairs: readonly Pair[]): [AreaName, AreaName][] => {
  const met = new Set(pairs.filter(pair => pair.taken > 0).map(pair => `${pair.from.id} ${pair.to.id}`))
  return areas.flatMap((one, at) =>
    areas
      .slice(at + 1)
      .filter(other => !met.has(`${one.id} ${other.id}`) && !met.has(`${other.id} ${one.id}`))
      .map((other): [AreaName, AreaName] => [one, other]),
  )
}

/** How often something happened, of one month or area or of all. */
export const countIn = (
  rows: readonly MonthOfArea[],
  kind: ActivityKind,
  of: { month?: string; areaId?: string },
): number =>
  rows.reduce((total, row) => {
    const isMeant = (of.month ?? row.month) === row.month && (of.areaId ?? row.areaId) === row.areaId
    return isMeant ? total + row[kind] : total
  }, 0)
