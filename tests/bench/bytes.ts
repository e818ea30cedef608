import { BUDGET } from '#tests/support/budget.ts'
import { measureBundle } from '#tests/support/bundle.ts'
import type { Figure } from './figure.ts'
import { type Visitor, withVisitor } from './visit.ts'

const RESOURCES = [
  { kind: 'script', name: 'JS' },
  { kind: 'stylesheet', name: 'CSS' },
  { kind: 'font', name: 'fonts' },
] as const

/** What a browser without a cache asks for until Opdag stands still, and the bodies as they came over the wire. */
const firstView = async ({ origin, browser, cookies }: Visitor) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } })
  await context.addCookies(cookies)
  const page = await context.newPage()
  const requests: { kind: string; path: string; bytes: Promise<number> }[] = []
  page.on('requestfinished', request => {
    const bytes = request.sizes().then(sizes => sizes.responseBodySize)
    requests.push({ kind: request.resourceType(), path: new URL(request.url()).pathname, bytes })
  })
  await page.goto(origin)
  await page.waitForSelector('article.card a')
  await page.waitForLoadState('networkidle')
  const found = await Promise.all(requests.map(async one => ({ ...one, bytes: await one.bytes })))
  await context.close()
  return found
}

/** Bytes and requests of the first view as a browser gets them, and what each lazy part adds. Exact. */
export const measure = async (): Promise<Figure[]> => {
  const requests = await withVisitor(firstView)
  const limits = { script: BUDGET.js, stylesheet: BUDGET.css, font: BUDGET.fonts }
  const { lazy } = await measureBundle()
  const sum = (found: typeof requests) => found.reduce((total, { bytes }) => total + bytes, 0)
  return [
    ...RESOURCES.map(({ kind, name }): Figure => {
      const value = sum(requests.filter(request => request.kind === kind))
      return { what: `first view: ${name}`, value, unit: 'bytes', atMost: limits[kind] }
    }),
    { what: 'first view: all', value: sum(requests), unit: 'bytes' },
    { what: 'first view: requests', value: requests.length, unit: 'count', atMost: BUDGET.requests },
    ...lazy.map(
      ({ source, bytes }): Figure => ({
        what: `lazy: ${source}`,
        value: bytes,
        unit: 'bytes',
        atMost: BUDGET.lazy,
      }),
    ),
  ]
}
