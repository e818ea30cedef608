import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '#tests/bench/portal-process.ts'

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

type Options = { args?: readonly string[]; env?: Record<string, string>; project?: string }

const startOnce = async ({ args = [], env = {}, project = PROJECT }: Options) => {
  const port = env.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/start.ts', ...args], {
    cwd: project,
    env: { ...process.env, PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  const ended = once(child, 'close').then(() => child.exitCode)
  const running = new Promise<void>(resolve => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk
      if (out.includes('kører på')) resolve()
    })
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk
  })
  await Promise.race([running, ended])
  return {
    origin: `http://localhost:${port}`,
    ended,
    said: () => ({ out, err }),
    kill: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal)
      return ended
    },
  }
}

/**
 * What `npm start` runs, in a process that a test may kill; resolves when it says that it runs, or has ended. Where the
 * test does not name a port, another is tried if somebody was faster.
 */
export const startProcess = async (options: Options) => {
  for (;;) {
    const portal = await startOnce(options)
    const wasTaken = options.env?.PORT === undefined && portal.said().err.includes('er optaget')
    if (!wasTaken) return portal
  }
}
