import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startDynalite } from '#infra/local/database.ts'

const OWN = fileURLToPath(import.meta.url)

/** A database in a process of its own, whose memory is not the portal's. Ends with whoever started it. */
export const startDatabaseProcess = async () => {
  const child = fork(OWN, { execArgv: ['--import', 'tsx'] })
  const [endpoint] = await once(child, 'message')
  return { endpoint: String(endpoint), stop: () => void child.disconnect() }
}

if (process.argv[1] === OWN && process.send) {
  const { endpoint } = await startDynalite(undefined)
  process.once('disconnect', () => process.exit())
  process.send(endpoint)
}
