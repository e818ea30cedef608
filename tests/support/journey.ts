import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject, onTestFailed } from 'vitest'
import { WEB_ROOT } from '#infra/local/build-web.ts'
import { createBuiltWeb } from '#infra/local/built-web.ts'
import { startPortal } from './portal.ts'

const SHOTS = fileURLToPath(new URL('../journeys/shots/', import.meta.url))
const PATIENCE_MS = 30_000

type Screen = { width?: number; scheme?: 'light' | 'dark' }
const screenOf = ({ width = 1440, scheme = 'light' }: Screen): BrowserContextOptions => ({
  viewport: { width, height: width < 500 ? 780 : 900 },
  colorScheme: scheme,
  hasTouch: width < 500,
  locale: 'da-DK',
  timezoneId: 'Europe/Copenhagen',
})

export type Journey = Awaited<ReturnType<typeof startJourney>>
export type Visitor = Awaited<ReturnType<Journey['visit']>>

/**
 * A portal of a test file's own with the built web, and browsers to visit it. Everything that a page complains of
 * (errors, refusals by the content policy, requests to elsewhere) is written down in `complaints`.
 */
export const startJourney = async (name: string, { cards = true } = {}) => {
  const portal = await startPortal({ cards, web: createBuiltWeb(WEB_ROOT) })
  const browser = await chromium.connect(inject('chromium'))
  const complaints: string[] = []

  /** Call it in a test: where that fails, the pages as they then are lie among the pictures. */
  const visit = async (screen: Screen = {}, who = 'visitor') => {
    const context = await browser.newContext({ ...screenOf(screen), baseURL: portal.origin })
    context.setDefaultTimeout(PATIENCE_MS)
    const expected: RegExp[] = []
    const complain = (text: string): void => {
      if (!expected.some(pattern => pattern.test(text))) complaints.push(text)
    }
    context.on('console', message => {
      if (message.type() === 'error') complain(`${message.text()} (${message.location().url})`)
    })
    context.on('weberror', error => complain(error.error().message))
    context.on('request', request => {
      if (!/^(data|blob|about|chrome)/.test(request.url()) && new URL(request.url()).origin !== portal.origin)
        complain(`asked elsewhere: ${request.url()}`)
    })
    const page = await context.newPage()
    const shot = (what: string, of: Page = page) =>
      of.screenshot({
        path: `${SHOTS}${name}-${what}-${screen.width ?? 1440}${screen.scheme === 'dark' ? '-dark' : ''}.png`,
        fullPage: true,
      })
    onTestFailed(async () => {
      for (const [index, open] of context.pages().entries())
        await shot(`failed-${who}-${index}`, open).catch(() => undefined)
    })
    return {
      context,
      page,
      portal,
      /** From here on a complaint like this is no fault: the test causes it. */
      expect: (pattern: RegExp): void => void expected.push(pattern),
      shot,
    }
  }

  return {
    portal,
    browser,
    complaints,
    visit,
    /** Signs in on the provider's own page, as everybody does, and ends where they were going. */
    signIn: async (person: string, path = '/', screen: Screen = {}) => {
      const visitor = await visit(screen, person)
      await visitor.page.goto(`/auth/login?returnTo=${encodeURIComponent(path)}`)
      await choosePerson(visitor.page, person)
      await visitor.page.waitForURL(`${portal.origin}${path}`)
      return visitor
    },
    stop: async (): Promise<void> => {
      await browser.close()
      await portal.stop()
    },
  }
}

export const choosePerson = (page: Page, person: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^${person}`) }).click()

/** Rules that the page as it is now breaks, with the places; all of them, or those about colours. */
export const accessibilityFaults = async (
  page: Page,
  what: 'everything' | 'colours' = 'everything',
): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (what === 'colours'
    ? axe.withRules(['color-contrast', 'link-in-text-block'])
    : axe
  ).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
}

export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

export type { Browser, Page }
