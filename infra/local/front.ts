import { createServer, type RequestListener, type Server } from 'node:http'
import { LIMITS } from '#shared/rules/limits.ts'
import { StartError } from './start-error.ts'

/** This machine only: anybody may sign in as anybody here. Browsers take `localhost` to be either. */
const LOOPBACK = ['127.0.0.1', '::1'] as const
const PATIENCE_MS = 2000

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

const close = (server: Server): Promise<void> =>
  new Promise(resolve => {
    const giveUp = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close(() => {
      clearTimeout(giveUp)
      resolve()
    })
    server.closeIdleConnections()
  })

const refusal = (code: string, port: number): StartError =>
  new StartError(
    code === 'EADDRINUSE'
      ? `Port ${port} er optaget. Stop det, der bruger den, eller vælg en anden: PORT=3001 npm start`
      : `Portalen kan ikke bruge port ${port} (${code}). Vælg en anden: PORT=3001 npm start`,
  )

/** Node's own limits lie just outside the portal's, so that the portal's words are the ones that are read. */
const SIZES = { maxHeaderSize: LIMITS.addressBytes + 2 * LIMITS.headerBytes, requestTimeout: 60_000 }

export type Front = Awaited<ReturnType<typeof openFront>>

/** Takes the port (0: any free one) before anything else is done. Requests that come early wait for `serve`. */
export const openFront = async (wanted: number) => {
  let serve: (listener: RequestListener) => void = () => {}
  const ready = new Promise<RequestListener>(resolve => {
    serve = resolve
  })
  const servers: Server[] = []
  let port = wanted
  for (const host of LOOPBACK) {
    const server = createServer(SIZES, (request, response) => {
      void ready.then(listener => listener(request, response))
    })
    try {
      port = await listen(server, port, host)
      servers.push(server)
    } catch (error) {
      const code = codeOf(error)
      const isAbsent = host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')
      if (isAbsent) continue
      await Promise.all(servers.map(close))
      throw refusal(code, port)
    }
  }
  return {
    port,
    serve: (listener: RequestListener) => serve(listener),
    /** Lets what is under way end, within reason. */
    stop: async () => {
      await Promise.all(servers.map(close))
    },
  }
}
