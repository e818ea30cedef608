import { once } from 'node:events'
import { createServer } from 'node:http'
import * as z from 'zod'

const address = z.object({ port: z.number() })

/** An OpenID provider that can be discovered, and gives this instead of its keys; undefined: hangs up. */
export const startKeylessProvider = async (keys: { status: number; body: string } | undefined) => {
  const server = createServer((request, response) => {
    const isDiscovery = request.url?.endsWith('/openid-configuration')
    if (isDiscovery) {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }))
    } else if (keys) response.writeHead(keys.status).end(keys.body)
    else request.socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${address.parse(server.address()).port}`
  return {
    issuer,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
