import type { PublicItem } from '#shared/contract/public.ts'
import { createCanvas } from './canvas.ts'
import { HUES } from './look.ts'
import { type Outline, outlineOf } from './outline.ts'
import type { Colour } from './png.ts'
import { SIGNS } from './signs.ts'

const colour = (hex: string): Colour => {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const PAPER = colour('#fffefc')
const LINE = colour('#c9c6bb')
const INK = colour('#18212c')
const [WIDTH, HEIGHT] = [1200, 630]
const HEIGHT_OF_TRAIL = 96
const MOST_SIGNS = 8

const outlines = new Map<string, Outline>(Object.entries(SIGNS).map(([area, svg]) => [area, outlineOf(svg)]))
const inkOf = (areaId: string): Colour => colour(HUES[areaId]?.[0] ?? '#18212c')

/**
 * The card as a picture for those who show no SVG: the sign of the area it comes from, and the trail of those who took it
 * on. Its words stand beside it wherever it is shown.
 */
export const previewOf = ({
  areaId,
  adopters,
}: Pick<PublicItem, 'areaId' | 'adopters'>): Uint8Array<ArrayBuffer> => {
  const canvas = createCanvas(WIDTH, HEIGHT, PAPER)
  canvas.box(0, 0, WIDTH, 28, inkOf(areaId))
  const sign = (area: string, x: number, y: number, size: number): void => {
    const outline = outlines.get(area)
    if (outline) canvas.fill(outline, [x, y], size / 24, inkOf(area))
  }
  sign(areaId, 96, 96, 340)
  const takers = adopters.slice(0, MOST_SIGNS)
  if (takers.length > 0) canvas.box(110, 512, 90, 4, LINE)
  takers.forEach((taker, at) => {
    sign(taker.areaId, 230 + at * 110, 514 - HEIGHT_OF_TRAIL / 2 + 8, HEIGHT_OF_TRAIL - 16)
  })
  if (outlines.get(areaId) === undefined) canvas.box(110, 110, 312, 312, INK)
  return canvas.png()
}
