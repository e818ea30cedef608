export type Point = readonly [x: number, y: number]
/** Closed lines; what an odd number of them surrounds is filled. */
export type Outline = readonly (readonly Point[])[]

const STEPS = 32

/** Points on a circle's arc from one end to the other, as SVG has it. */
const arc = (
  [x1, y1]: Point,
  r: number,
  isLarge: boolean,
  isClockwise: boolean,
  [x2, y2]: Point,
): Point[] => {
  const [dx, dy] = [(x2 - x1) / 2, (y2 - y1) / 2]
  const half = Math.hypot(dx, dy)
  const side = isLarge === isClockwise ? -1 : 1
  const away = (side * Math.sqrt(Math.max(0, r * r - half * half))) / half
  const [cx, cy] = [x1 + dx - away * dy, y1 + dy + away * dx]
  const begin = Math.atan2(y1 - cy, x1 - cx)
  const turn = Math.atan2(y2 - cy, x2 - cx) - begin
  const whole = isClockwise ? (turn + 4 * Math.PI) % (2 * Math.PI) : (turn - 4 * Math.PI) % (2 * Math.PI)
  return Array.from({ length: STEPS }, (_, step): Point => {
    const angle = begin + (whole * (step + 1)) / STEPS
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
  })
}

const circle = (cx: number, cy: number, r: number): Point[] =>
  Array.from({ length: 2 * STEPS }, (_, step): Point => {
    const angle = (Math.PI * step) / STEPS
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
  })

const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, a: 7, z: 0 }

/** The lines of a path that is made of straight lines and arcs of circles. */
const pathLines = (d: string): Point[][] => {
  const lines: Point[][] = []
  let at: Point = [0, 0]
  for (const [, command = '', rest = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (rest.match(/-?(?:\d*\.)?\d+/g) ?? []).map(Number)
    const kind = command.toLowerCase()
    const takes = TAKES[kind] ?? 0
    const [ox, oy] = [command === kind ? 1 : 0, command === kind ? 1 : 0]
    for (let from = 0; takes > 0 && from + takes <= numbers.length; from += takes) {
      const given = numbers.slice(from, from + takes)
      const [x = 0, y = 0] = given.slice(-2)
      const to: Point =
        kind === 'h'
          ? [at[0] * ox + (given[0] ?? 0), at[1]]
          : kind === 'v'
            ? [at[0], at[1] * oy + (given[0] ?? 0)]
            : [at[0] * ox + x, at[1] * oy + y]
      if (kind === 'm' && from === 0) lines.push([to])
      else if (kind === 'a') lines.at(-1)?.push(...arc(at, given[0] ?? 0, given[3] === 1, given[4] === 1, to))
      else lines.at(-1)?.push(to)
      at = to
    }
    if (kind === 'z') at = lines.at(-1)?.[0] ?? at
  }
  return lines
}

/** The outline of a sign as the sprite draws it: paths and circles. */
export const outlineOf = (svg: string): Outline => [
  ...[...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, d = '']) => pathLines(d)),
  ...[...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(([, cx, cy, r]) =>
    circle(Number(cx), Number(cy), Number(r)),
  ),
]
