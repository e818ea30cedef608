import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `CHROMIUM_PATH`, or the machine's own. `debugPort` lets other tools in. */
export const launchChromium = (debugPort?: number): Promise<Browser> => {
  const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(INSTALLED) ? INSTALLED : undefined)
  if (executablePath === undefined) throw new Error('No Chromium: set CHROMIUM_PATH')
  const debugging = debugPort === undefined ? [] : [`--remote-debugging-port=${debugPort}`]
  return chromium.launch({ executablePath, args: [...FLAGS, ...debugging] })
}
