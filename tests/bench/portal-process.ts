import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const LOOK_EVERY_MS = 10
const GIVE_UP_MS = 120_000

/** A port that nothing listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** A data directory of this run's own; `drop` when done. */
export const newDataDir = async () => {
  const path = await mkdtemp(join(tmpdir(), 'portal-bench-'))
  return { path, drop: () => rm(path, { recursive: true, force: true }) }
}

const isHealthy = async (origin: string): Promise<boolean> => {
  try {
    const response = await fetch(`${origin}/api/v1/health`)
    return response.ok
  } catch {
    return false
  }
}

/** `npm start` as anybody would, in processes of its own; resolves when health answers, with how long that took (ms). */
export const npmStart = async (dataDir: string) => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: PROJECT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  child.stdout.resume()
  // npm ends at once: its output closes when the portal under it has saved what it holds, and ended too.
  const ended = once(child, 'close')
  const stop = async (): Promise<void> => {
    // The whole group: npm, tsx and the portal under it.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
  while (!(await isHealthy(origin))) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
    if (performance.now() - began > GIVE_UP_MS) {
      await stop()
      throw new Error('The portal did not become healthy')
    }
    await wait(LOOK_EVERY_MS)
  }
  return { origin, took: performance.now() - began, stop }
}
