import lighthouse from 'lighthouse'
import { launchChromium } from '#tests/support/browser.ts'
import { type Figure, median } from './figure.ts'
import { freePort } from './portal-process.ts'
import { type Visitor, withVisitor } from './visit.ts'

const ROUNDS = 3
const LEAST = { performance: 95, accessibility: 100, 'best-practices': 100 } as const
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
type Scores = Record<(typeof CATEGORIES)[number], number>

/** Lighthouse's own phone: slow 4G and a quarter of the machine's speed, simulated. */
const audit = async (url: string, cookie: string): Promise<Scores> => {
  const port = await freePort()
  const browser = await launchChromium(port)
  try {
    const flags = {
      port,
      onlyCategories: [...CATEGORIES],
      extraHeaders: { Cookie: cookie },
      logLevel: 'error' as const,
    }
    const result = await lighthouse(url, flags)
    if (!result) throw new Error('Lighthouse gave no result')
    const { categories, audits } = result.lhr
    const failed = Object.values(categories)
      .filter(({ id }) => id !== 'performance')
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    for (const { id } of failed) console.log(`  ${url}: ${audits[id]?.title ?? id}`)
    const score = (id: string): number => Math.round((categories[id]?.score ?? 0) * 100)
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
    }
  } finally {
    await browser.close()
  }
}

const someCard = async ({ origin, browser, cookies }: Visitor): Promise<string> => {
  const context = await browser.newContext()
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(origin)
  const path = await page.locator('.wall article.card h3 a').first().getAttribute('href')
  await context.close()
  if (path === null) throw new Error('There is no card')
  return path
}

/** Lighthouse mobile for Opdag and a card's page, signed in. Medians of several runs. */
export const measure = (): Promise<Figure[]> =>
  withVisitor(async visitor => {
    const cookie = visitor.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const figures: Figure[] = []
    for (const [what, path] of [
      ['Opdag', '/'],
      ['a card', await someCard(visitor)],
    ] as const) {
      const rounds: Scores[] = []
      for (let round = 0; round < ROUNDS; round++)
        rounds.push(await audit(`${visitor.origin}${path}`, cookie))
      for (const id of CATEGORIES) {
        const value = median(rounds.map(scores => scores[id]))
        figures.push({ what: `${what}: ${id}`, value, unit: 'points', atLeast: LEAST[id] })
      }
    }
    return figures
  })
