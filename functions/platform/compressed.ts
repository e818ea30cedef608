import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'

const compress = promisify(brotliCompress)
/** Below this a packet is sent all the same. */
const WORTH_IT = 1200
/** Half a millisecond for a page of the catalogue, to a sixth; more quality takes longer than it saves. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** A table is as long as the catalogue: it goes out in gzip as fast as it is made. */
const asGzip = (c: Context): void => {
  c.header('Vary', 'Accept-Encoding', { append: true })
  const takesGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  if (!takesGzip || !c.res.body) return
  c.res = new Response(c.res.body.pipeThrough(new CompressionStream('gzip')), c.res)
  c.header('Content-Encoding', 'gzip')
}

/** JSON goes out in brotli to those who take it, tables in gzip: neither API Gateway nor an uncached CloudFront would. */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next()
  const type = c.res.headers.get('content-type') ?? ''
  if (type.startsWith('text/csv')) return asGzip(c)
  if (!type.startsWith('application/json')) return
  c.header('Vary', 'Accept-Encoding', { append: true })
  const takesBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
  if (!takesBrotli) return
  const body = await c.res.arrayBuffer()
  const isLong = body.byteLength >= WORTH_IT
  c.res = new Response(isLong ? new Uint8Array(await compress(body, QUALITY)) : body, c.res)
  if (isLong) c.header('Content-Encoding', 'br')
}
