import lighthouse from 'lighthouse'
import { launchChromium } from '#tests/support/browser.ts'
import { type Figure, median } from './figure.ts'
import { freePort } from './portal-process.ts'
import { type Visitor, withVisitor } from './visit.ts'

const ROUNDS = 3
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
type Scores = Record<(typeof CATEGORIES)[number], number>
/** Signed in there is nothing for search engines. The open window is for everybody, and perfect. */
const SIGNED_IN: Partial<Scores> = { performance: 95, accessibility: 100, 'best-practices': 100 }
const OPEN: Scores = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 }

/** Lighthouse's own phone: slow 4G and a quarter of the machine's speed, simulated. */
const audit = async (url: string, cookie: string | undefined): Promise<Scores> => {
  const port = await freePort()
  const browser = await launchChromium(port)
  try {
    const flags = {
      port,
      onlyCategories: [...CATEGORIES],
      ...(cookie === undefined ? {} : { extraHeaders: { Cookie: cookie } }),
      logLevel: 'error' as const,
    }
    const result = await lighthouse(url, flags)
    if (!result) throw new Error('Lighthouse gave no result')
    const { categories, audits } = result.lhr
    const failed = Object.values(categories)
      .filter(({ id }) => id !== 'performance' && (id !== 'seo' || cookie === undefined))
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    for (const { id } of failed) console.log(`  ${url}: ${audits[id]?.title ?? id}`)
    const score = (id: string): number => Math.round((categories[id]?.score ?? 0) * 100)
    return {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    }
  } finally {
    await browser.close()
  }
}

/** The first address on a page that begins like this. */
const firstLink = async (
  { origin, browser, cookies }: Visitor,
  on: string,
  begins: string,
): Promise<string> => {
  const context = await browser.newContext()
  await context.addCookies(cookies)
  const page = await context.newPage()
  await page.goto(`${origin}${on}`)
  const path = await page.locator(`main a[href^="${begins}"]`).first().getAttribute('href')
  await context.close()
  if (path === null) throw new Error(`There is no link to ${begins} on ${on}`)
  return path
}

/** Lighthouse mobile for Opdag, a card's page and Overblik, signed in, and for the open window. Medians of several runs. */
export const measure = (): Promise<Figure[]> =>
  withVisitor(async visitor => {
    const cookie = visitor.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const pages = [
      { what: 'Opdag', path: '/', cookie, least: SIGNED_IN },
      { what: 'a card', path: await firstLink(visitor, '/', '/greb/'), cookie, least: SIGNED_IN },
      { what: 'Overblik', path: '/overblik', cookie, least: SIGNED_IN },
      { what: 'open window', path: '/aaben', cookie: undefined, least: OPEN },
      {
        what: 'open card',
        path: await firstLink(visitor, '/aaben', '/aaben/ini_'),
        cookie: undefined,
        least: OPEN,
      },
    ]
    const figures: Figure[] = []
    for (const { what, path, cookie, least } of pages) {
      const rounds: Scores[] = []
      for (let round = 0; round < ROUNDS; round++)
        rounds.push(await audit(`${visitor.origin}${path}`, cookie))
      for (const id of CATEGORIES) {
        const atLeast = least[id]
        if (atLeast === undefined) continue
        const value = median(rounds.map(scores => scores[id]))
        figures.push({ what: `${what}: ${id}`, value, unit: 'points', atLeast })
      }
    }
    return figures
  })
