import { type AreaName, givenBy, type Pair, takenBy } from './sums.ts'

export type Frame = {
  width: number
  /** How high all bars together are, whatever they count. */
  height: number
  /** Between two bars: room for their words where they count nothing. */
  gap: number
  /** Where the bars end and begin. */
  left: number
  right: number
}
export type Bar = { area: AreaName; y: number; height: number; count: number }
export type Band = { from: AreaName; to: AreaName; count: number; path: string; isOwn: boolean }

const TOP = 4
const round = (value: number): number => Math.round(value * 10) / 10

const barsOf = (
  areas: readonly AreaName[],
  countOf: (id: string) => number,
  unit: number,
  gap: number,
): Bar[] => {
  let y = TOP
  return areas.map(area => {
    const count = countOf(area.id)
    const bar = { area, y, height: count * unit, count }
    y += bar.height + gap
    return bar
  })
}

/** Two columns of bars, and a band for every two areas between which something moved: as thick as it was often. */
export const layFlows = (areas: readonly AreaName[], pairs: readonly Pair[], frame: Frame) => {
  const moved = pairs.filter(pair => pair.taken > 0)
  const total = moved.reduce((sum, pair) => sum + pair.taken, 0)
  const unit = total === 0 ? 0 : frame.height / total
  const given = barsOf(areas, id => givenBy(moved, id), unit, frame.gap)
  const taken = barsOf(areas, id => takenBy(moved, id), unit, frame.gap)
  const leftAt = new Map(given.map(bar => [bar.area.id, bar.y]))
  const rightAt = new Map(taken.map(bar => [bar.area.id, bar.y]))

  const bands = moved.map((pair): Band => {
    const height = pair.taken * unit
    const from = leftAt.get(pair.from.id) ?? TOP
    const to = rightAt.get(pair.to.id) ?? TOP
    leftAt.set(pair.from.id, from + height)
    rightAt.set(pair.to.id, to + height)
    return {
      from: pair.from,
      to: pair.to,
      count: pair.taken,
      path: bandPath(frame, from, to, height),
      isOwn: pair.from.id === pair.to.id,
    }
  })
  const viewHeight = round(TOP * 2 + frame.height + frame.gap * Math.max(0, areas.length - 1))
  // The grey ones lie below, so that what crossed over is seen.
  return { given, taken, bands: bands.sort((a, b) => Number(b.isOwn) - Number(a.isOwn)), viewHeight }
}

const bandPath = ({ left, right }: Frame, from: number, to: number, height: number): string => {
  const [a, b, h] = [round(from), round(to), round(height)]
  const middle = (left + right) / 2
  return `M${left} ${a}C${middle} ${a} ${middle} ${b} ${right} ${b}v${h}C${middle} ${round(b + h)} ${middle} ${round(a + h)} ${left} ${round(a + h)}z`
}
