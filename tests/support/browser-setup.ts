import type { TestProject } from 'vitest/node'
import { buildWeb } from '#infra/local/build-web.ts'
import { launchChromium } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's one Chromium listens. */
    chromium: string
  }
}

/** Once for the whole run: the built web, and one Chromium. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await buildWeb()
  const server = await launchChromium()
  project.provide('chromium', server.wsEndpoint())
  return () => server.close()
}
