import type { Outline, Point } from './outline.ts'
import { type Colour, pngOf } from './png.ts'

/** Of the shades between paper and ink that soften an edge; and of samples by which a pixel's is found. */
const SHADES = 15
const FINE = 4

const mixed = (paper: Colour, ink: Colour, share: number): Colour => {
  const between = (at: 0 | 1 | 2): number => Math.round(paper[at] + (ink[at] - paper[at]) * share)
  return [between(0), between(1), between(2)]
}

/** Paper to draw on in a few inks, as many as 256 colours leave room for (17). */
export const createCanvas = (width: number, height: number, paper: Colour) => {
  const pixels = new Uint8Array(width * height)
  const palette: Colour[] = [paper]
  const inks = new Map<string, number>()

  /** Where an ink's shades begin in the palette. */
  const shadesOf = (ink: Colour): number => {
    const found = inks.get(ink.join())
    if (found !== undefined) return found
    const first = palette.length
    for (let shade = 1; shade <= SHADES; shade++) palette.push(mixed(paper, ink, shade / SHADES))
    inks.set(ink.join(), first)
    return first
  }

  const box = (x: number, y: number, wide: number, high: number, ink: Colour): void => {
    const full = shadesOf(ink) + SHADES - 1
    for (let row = y; row < y + high; row++) pixels.fill(full, row * width + x, row * width + x + wide)
  }

  /** Fills an outline, moved and enlarged. */
  const fill = (outline: Outline, [left, top]: Point, scale: number, ink: Colour): void => {
    const first = shadesOf(ink)
    const drawn = outline.map(line => line.map(([x, y]): Point => [left + x * scale, top + y * scale]))
    const ys = drawn.flat().map(([, y]) => y)
    for (let row = Math.floor(Math.min(...ys)); row <= Math.max(...ys); row++) {
      const samples = new Uint8Array(width)
      for (let part = 0; part < FINE; part++) {
        const crossed = crossings(drawn, row + (part + 0.5) / FINE)
        for (let at = 0; at + 1 < crossed.length; at += 2) {
          const [begin = 0, end = 0] = [crossed[at], crossed[at + 1]].map(x => Math.round((x ?? 0) * FINE))
          for (let fine = begin; fine < end; fine++)
            samples[(fine / FINE) | 0] = (samples[(fine / FINE) | 0] ?? 0) + 1
        }
      }
      samples.forEach((count, x) => {
        if (count > 0) pixels[row * width + x] = first + Math.min(SHADES, count) - 1
      })
    }
  }

  return { box, fill, png: () => pngOf(width, pixels, palette) }
}

/** Where a line across meets an outline, from the left. */
const crossings = (outline: Outline, y: number): number[] =>
  outline
    .flatMap(line =>
      line.flatMap(([x1, y1], at) => {
        const [x2, y2] = line[(at + 1) % line.length] ?? [x1, y1]
        return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]
      }),
    )
    .sort((a, b) => a - b)
