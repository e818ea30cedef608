import { type Figure, median } from './figure.ts'
import { type Visitor, withVisitor } from './visit.ts'

const ROUNDS = 7
/** A cheap phone on a slow 4G connection: ms to the first byte of each answer, bytes a second. */
const SLOW_4G = { offline: false, latency: 562, downloadThroughput: 180_000, uploadThroughput: 84_000 }
const CPU_SLOWER = 4

/** From the start of the navigation until a card has been painted inside the window (ms, to 10 ms), with nothing in the cache. */
const firstCard = async ({ origin, browser, cookies }: Visitor): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 })
  await context.addCookies(cookies)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER })
  await page.addInitScript(() => {
    setInterval(() => {
      if (performance.getEntriesByName('first-card').length > 0) return
      const box = document.querySelector('article.card h3 a')?.getBoundingClientRect()
      const isSeen = box !== undefined && box.height > 0 && box.top < innerHeight
      if (isSeen) requestAnimationFrame(() => performance.mark('first-card'))
    }, 10)
  })
  await page.goto(origin, { waitUntil: 'commit' })
  const seen = await page.waitForFunction(
    () => performance.getEntriesByName('first-card')[0]?.startTime,
    undefined,
    { timeout: 60_000 },
  )
  const at = await seen.jsonValue()
  await context.close()
  if (at === undefined) throw new Error('No card was seen')
  return at
}

/** The first card on a slow phone, signed in. Median of several first visits. */
export const measure = async (): Promise<Figure[]> => {
  const times = await withVisitor(async visitor => {
    const found: number[] = []
    for (let round = 0; round < ROUNDS; round++) found.push(await firstCard(visitor))
    return found
  })
  return [
    { what: 'first card on a slow phone (median)', value: median(times), unit: 'ms', atMost: 2200 },
    { what: 'first card on a slow phone (slowest)', value: Math.max(...times), unit: 'ms' },
  ]
}
