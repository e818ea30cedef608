import { Agent, request } from 'node:http'

export type Asked = { method: string; path: string; headers?: Record<string, string>; body?: unknown }
export type Answered = { status: number; body: string }

/** A client as thin as can be, over connections that are kept: what is measured is the server. */
export const createHttp = (port: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const send = ({ method, path, headers = {}, body }: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const content =
        text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }
      const sent = request({
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headers, ...content },
      })
      sent.once('error', reject)
      sent.once('response', response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
        )
      })
      sent.end(text)
    })
  return { send, close: () => agent.destroy() }
}
