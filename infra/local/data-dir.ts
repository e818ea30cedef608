import { constants } from 'node:fs'
import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { StartError } from './start-error.ts'

/** Marks the directory as a portal's, and says which process has it. */
const MARK = 'portal.json'
export const SNAPSHOT = 'catalogue.snapshot'
const CONTENT = ['db', 'provider-keys.json', SNAPSHOT] as const
const mark = z.object({ port: z.int(), pid: z.int() })

export const dataDirOf = (env: NodeJS.ProcessEnv): string => resolve(env.DATA_DIR ?? '.data')

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise(done => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })

const readMark = async (path: string) => {
  try {
    return mark.parse(JSON.parse(await readFile(join(path, MARK), 'utf8')))
  } catch {
    return undefined
  }
}

/** The portal that runs on this directory, if one does. A process id alone may have been given to another since. */
export const runningPortal = async (path: string): Promise<{ port: number } | undefined> => {
  const found = await readMark(path)
  return found && isAlive(found.pid) && (await answers(found.port)) ? found : undefined
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** With its parents. Node's own `recursive` never ends where a parent takes no directories, as below `/proc`. */
const makeDir = async (path: string, parentIsThere = false): Promise<void> => {
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || parentIsThere) throw error
    await makeDir(dirname(path))
    await makeDir(path, true)
  }
}

/** Makes the directory. Throws `StartError` where the portal cannot write, or would write among somebody else's files. */
export const prepareDataDir = async (path: string): Promise<void> => {
  try {
    await makeDir(path)
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new StartError(`Portalen kan ikke skrive i ${path}. Vælg en anden mappe med DATA_DIR.`)
  }
  const names = await readdir(path)
  const isForeign = !names.includes(MARK) && CONTENT.some(name => names.includes(name))
  if (isForeign) {
    throw new StartError(
      `${path} ligner ikke portalens mappe, så den bliver ikke rørt. Vælg en anden med DATA_DIR.`,
    )
  }
}

/** Tells scripts where the portal is, and other starts that the directory is taken. Call it when `port` is held. */
export const claimDataDir = async (path: string, port: number): Promise<void> => {
  const other = await runningPortal(path)
  if (other && other.port !== port) {
    throw new StartError(
      `Der kører allerede en portal på http://localhost:${other.port} med samme mappe (${path}). Stop den, eller vælg en anden mappe med DATA_DIR.`,
    )
  }
  await writeFile(join(path, MARK), JSON.stringify({ port, pid: process.pid }))
}

/** Begins anew: empties the claimed directory of what is the portal's. */
export const wipeDataDir = async (path: string): Promise<void> => {
  for (const name of CONTENT) await rm(join(path, name), { recursive: true, force: true })
}
