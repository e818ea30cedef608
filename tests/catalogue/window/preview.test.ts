import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { HUES } from '#functions/catalogue/window/look.ts'
import { previewOf } from '#functions/catalogue/window/preview.ts'

/** Reads a PNG of one byte a pixel as its specification says, checks of every chunk included. */
const read = (png: Uint8Array) => {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const data = bytes.subarray(at + 8, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)))
    chunks.set(bytes.toString('latin1', at + 4, at + 8), data)
    at += 12 + length
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  const [header, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map(name => chunks.get(name) ?? Buffer.alloc(0))
  const [width, height] = [header?.readUInt32BE(0) ?? 0, header?.readUInt32BE(4) ?? 0]
  const lines = inflateSync(data ?? '')
  expect(lines.length).toBe(height * (width + 1))
  const colourAt = (x: number, y: number): string => {
    const entry = lines[y * (width + 1) + 1 + x] ?? 0
    return `#${palette?.toString('hex', entry * 3, entry * 3 + 3)}`
  }
  return { width, height, colourAt }
}

const PAPER = '#fffefc'

describe('The picture of a card for those who show PNG only', () => {
  test('is as large as they ask for', () => {
    const { width, height } = read(previewOf({ areaId: 'stabe', adopters: [] }))
    expect([width, height]).toEqual([1200, 630])
  })

  test('has the sign of its area, holes and all', () => {
    const { colourAt } = read(previewOf({ areaId: 'stabe', adopters: [] }))
    const hue = HUES.stabe?.[0]
    // A ring around (266, 266): left, right, top and bottom of it, not its middle, nor beside it.
    const around = [colourAt(160, 266), colourAt(372, 266), colourAt(266, 160), colourAt(266, 372)]
    expect(around).toEqual([hue, hue, hue, hue])
    expect([colourAt(266, 266), colourAt(110, 110), colourAt(700, 266)]).toEqual([PAPER, PAPER, PAPER])
  })

  test.each(Object.entries(HUES))('can draw %s', (areaId, [hue]) => {
    const { colourAt } = read(previewOf({ areaId, adopters: [] }))
    const sampled = Array.from({ length: 40 * 40 }, (_, at) =>
      colourAt(96 + (at % 40) * 8, 96 + Math.floor(at / 40) * 8),
    )
    const share = sampled.filter(colour => colour === hue).length / sampled.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.7)
  })

  test('shows the trail of who took it on, and holds in few bytes however many there are', () => {
    const adopters = Object.keys(HUES).flatMap(areaId =>
      [1, 2, 3].map(() => ({ areaId, stage: 'in_use' as const })),
    )
    const png = previewOf({ areaId: 'social', adopters: [...adopters].reverse() })
    expect(png.length).toBeLessThan(20_000)
    const drawn = read(png)
    const row = Array.from({ length: 1200 }, (_, x) => drawn.colourAt(x, 514))
    expect(row).toContain(HUES.stabe?.[0])
    const alone = read(previewOf({ areaId: 'social', adopters: [] }))
    expect(Array.from({ length: 1200 }, (_, x) => alone.colourAt(x, 514)).every(at => at === PAPER)).toBe(
      true,
    )
  })

  test('of an area without a sign is a plain square', () => {
    const { colourAt } = read(previewOf({ areaId: 'findes-ikke', adopters: [] }))
    expect(colourAt(266, 266)).toBe('#18212c')
  })
})
