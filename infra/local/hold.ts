import { claimDataDir, dataDirOf, prepareDataDir, wipeDataDir } from './data-dir.ts'
import { openFront } from './front.ts'
import { StartError } from './start-error.ts'

const portOf = (value: string | undefined): number => {
  const port = Number(value ?? 3000)
  const isPort = Number.isInteger(port) && port > 0 && port < 65536
  if (!isPort) throw new StartError(`PORT skal være et tal mellem 1 og 65535, ikke »${value}«.`)
  return port
}

/** Takes the port and the directory that the environment names, before any work is done. Throws `StartError`. */
export const holdPortal = async (env: NodeJS.ProcessEnv, fresh: boolean) => {
  const port = portOf(env.PORT)
  const dataDir = dataDirOf(env)
  await prepareDataDir(dataDir)
  const front = await openFront(port)
  await claimDataDir(dataDir, front.port)
  if (fresh) await wipeDataDir(dataDir)
  return { front, dataDir }
}
