import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { launchChromium } from '#tests/support/browser.ts'
import { newDataDir, npmStart } from './portal-process.ts'

const PERSON = 'per_mette'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
export type Visitor = { origin: string; browser: Browser; cookies: Cookies }

const signIn = async (browser: Browser, origin: string): Promise<Cookies> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/auth/login?returnTo=/profil`)
  await page.click(`button[value=${PERSON}]`)
  await page.waitForURL(`${origin}/profil`)
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

/** The portal by `npm start` with its demo, and a browser in which Mette has signed in, for as long as `look` takes. */
export const withVisitor = async <T>(look: (visitor: Visitor) => Promise<T>): Promise<T> => {
  const dataDir = await newDataDir()
  const portal = await npmStart(dataDir.path)
  const server = await launchChromium()
  const browser = await chromium.connect(server.wsEndpoint())
  try {
    return await look({ origin: portal.origin, browser, cookies: await signIn(browser, portal.origin) })
  } finally {
    await server.close()
    await portal.stop()
    await dataDir.drop()
  }
}
