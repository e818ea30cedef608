import { createServer } from 'node:http'
import * as z from 'zod'

const request = z.object({ Names: z.array(z.string()), WithDecryption: z.literal(true) })

/** Speaks as much of SSM's protocol as the functions ask: GetParameters over JSON 1.1, signed for `ssm`. */
export const startParameterStore = async (values: Record<string, string>) => {
  const store = { ...values }
  let asked = 0
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', chunk => chunks.push(chunk))
    incoming.on('end', () => {
      asked++
      const signature = incoming.headers.authorization ?? ''
      const isSigned = /^AWS4-HMAC-SHA256 Credential=local\/\d{8}\/eu-north-1\/ssm\/aws4_request, /.test(
        signature,
      )
      const isKnown = incoming.headers['x-amz-target'] === 'AmazonSSM.GetParameters'
      if (!isSigned || !isKnown) {
        response.writeHead(400).end('{"__type":"IncompleteSignature"}')
        return
      }
      const { Names } = request.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')))
      const found = Names.filter(name => Object.hasOwn(store, name))
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(
        JSON.stringify({
          Parameters: found.map(name => ({ Name: name, Type: 'SecureString', Value: store[name] })),
          InvalidParameters: Names.filter(name => !found.includes(name)),
        }),
      )
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    endpoint: `http://127.0.0.1:${port}`,
    set: (name: string, value: string): void => {
      store[name] = value
    },
    asked: () => asked,
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
