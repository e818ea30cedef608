import { createServer } from 'node:net'
import { StartError } from './data-dir.ts'

/** Asked before anything else is done, so that the answer is one sentence. */
export const demandFreePort = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => reject(new StartError(`Port ${port} er optaget. Stop det, der bruger den, eller vælg en anden: PORT=3001 npm start`)))
    probe.listen(port, () => probe.close(() => resolve()))
  })
