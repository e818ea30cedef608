import { existsSync } from 'node:fs'
import { type BrowserServer, chromium } from 'playwright-core'

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

/**
 * The Chromium in an npm package: it unpacks itself, and its libraries, where there is none on the machine. Its own
 * flags are left out: one process for all contexts would let people share their sign-in.
 */
const packed = async () => {
  const before = { ...process.env }
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: sparticuz } = await import('@sparticuz/chromium')
    const executablePath = await sparticuz.executablePath()
    return { executablePath, args: FLAGS, env: definedIn(process.env) }
  } finally {
    // What it tells its own Chromium is not for anybody else.
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

const definedIn = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** `CHROMIUM_PATH`, or the machine's, or the one that `npm ci` brought. `debugPort` lets other tools in. */
export const launchChromium = async (debugPort?: number): Promise<BrowserServer> => {
  const installed = process.env.CHROMIUM_PATH ?? (existsSync(INSTALLED) ? INSTALLED : undefined)
  const options = installed ? { executablePath: installed, args: FLAGS } : await packed()
  const debugging = debugPort === undefined ? [] : [`--remote-debugging-port=${debugPort}`]
  return chromium.launchServer({ headless: true, ...options, args: [...options.args, ...debugging] })
}
