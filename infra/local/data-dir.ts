import { constants } from 'node:fs'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import * as z from 'zod'

/** A sentence for whoever started the portal; the process ends with 1. */
export class StartError extends Error {}

const OURS = ['db', 'provider-keys.json', 'portal.json'] as const
const running = z.object({ port: z.int(), pid: z.int() })

export const dataDirOf = (env: NodeJS.ProcessEnv): string => resolve(env.DATA_DIR ?? '.data')

/** Makes the directory, and empties it of what is the portal's when asked to begin anew. */
export const prepareDataDir = async (path: string, fresh: boolean): Promise<void> => {
  try {
    await mkdir(path, { recursive: true })
    await access(path, constants.W_OK | constants.X_OK)
    if (fresh) for (const name of OURS) await rm(join(path, name), { recursive: true, force: true })
  } catch {
    throw new StartError(`Portalen kan ikke skrive i ${path}. Vælg en anden mappe med DATA_DIR.`)
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch {
    return false
  }
}

/** The portal that runs on this directory, if one does. */
export const runningPortal = async (path: string): Promise<{ port: number } | undefined> => {
  try {
    const found = running.parse(JSON.parse(await readFile(join(path, 'portal.json'), 'utf8')))
    return isAlive(found.pid) ? found : undefined
  } catch {
    return undefined
  }
}

/** Tells scripts where the portal is, and other starts that the directory is taken. */
export const claimDataDir = async (path: string, port: number): Promise<void> => {
  const other = await runningPortal(path)
  if (other) throw new StartError(`Der kører allerede en portal på http://localhost:${other.port} med samme mappe (${path}). Stop den, eller vælg en anden med DATA_DIR.`)
  await writeFile(join(path, 'portal.json'), JSON.stringify({ port, pid: process.pid }))
}
