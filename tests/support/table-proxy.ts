import { createServer, request } from 'node:http'
import * as z from 'zod'

const asksIndex = z.object({ IndexName: z.string() })

/** Stands before a local database and remembers what one function asks of it: `Query`, or `Query changes` of an index. */
export const startTableProxy = async (endpoint: string) => {
  const asked = new Set<string>()
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', chunk => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks)
      const action = String(incoming.headers['x-amz-target']).replace(/^.*\./, '')
      const index = asksIndex.safeParse(JSON.parse(body.toString('utf8')))
      asked.add(index.success ? `${action} ${index.data.IndexName}` : action)
      const onwards = request(endpoint, { method: incoming.method, headers: incoming.headers }, answer => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      })
      onwards.on('error', () => outgoing.destroy())
      onwards.end(body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    asked: (): string[] => [...asked].sort(),
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
export type TableProxy = Awaited<ReturnType<typeof startTableProxy>>
