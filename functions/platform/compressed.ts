import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const compress = promisify(brotliCompress)
/** Below this a packet is sent all the same. */
const WORTH_IT = 1200
/** Half a millisecond for a page of the catalogue, to a sixth; more quality takes longer than it saves. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** JSON goes out in brotli to those who take it: neither API Gateway nor an uncached CloudFront would. */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next()
  const isJson = (c.res.headers.get('content-type') ?? '').startsWith('application/json')
  if (!isJson) return
  c.header('Vary', 'Accept-Encoding', { append: true })
  const takesBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
  if (!takesBrotli) return
  const body = await c.res.arrayBuffer()
  const isLong = body.byteLength >= WORTH_IT
  c.res = new Response(isLong ? new Uint8Array(await compress(body, QUALITY)) : body, c.res)
  if (isLong) c.header('Content-Encoding', 'br')
}
