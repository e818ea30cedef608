import { html, raw } from 'hono/html'
import type { PublicItem } from '#shared/contract/public.ts'
import { titleOf } from './list-page.ts'
import { HUES } from './look.ts'
import { SIGNS } from './signs.ts'

const LINE = 34
const LINES = 4

/** Words in lines of at most so many characters; what does not fit ends in an ellipsis. */
const wrapped = (text: string): string[] => {
  const lines: string[] = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (`${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= LINES) return lines
  return [...lines.slice(0, LINES - 1), `${lines[LINES - 1]} …`]
}

const INK = '#18212c'
const drawn = (areaId: string, x: number, y: number, size: number) => html`<g
  transform="translate(${x} ${y}) scale(${size / 24})" fill="${HUES[areaId]?.[0] ?? INK}">${raw(SIGNS[areaId] ?? '')}</g>`

const MOST_SIGNS = 16

/** The card as a picture for where its address is shared: the unit, the title, and the trail of who took it on. */
export const pictureOf = (item: PublicItem): string =>
  `${html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" role="img" font-family="'IBM Plex Sans', system-ui, sans-serif">
<title>${titleOf(item)}</title>
<rect width="1200" height="630" fill="#f0efea" />
<rect x="60" y="60" width="1080" height="510" rx="10" fill="#fffefc" stroke="#dddbd3" stroke-width="2" />
${drawn(item.areaId, 110, 108, 44)}
<text x="172" y="142" font-size="32" fill="${INK}"><tspan font-weight="600">${item.unitName}</tspan> <tspan fill="#4b5560">${item.areaName}</tspan></text>
${wrapped(titleOf(item)).map((line, at) => html`<text x="110" y="${232 + at * 68}" font-size="54" font-weight="600" fill="${INK}">${line}</text>`)}
${item.adopters.slice(0, MOST_SIGNS).map(({ areaId }, at) => drawn(areaId, 110 + at * 54, 496, 36))}
</svg>`}`
