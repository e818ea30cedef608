import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Below this nothing is won. */
const WORTH_IT = 1024
/** Beyond it each per cent costs more time than the network takes. */
const QUALITY = 4

type Headers = Record<string, string>

const encodingFor = (acceptEncoding: string): 'br' | 'gzip' | undefined =>
  /\bbr\b/.test(acceptEncoding) ? 'br' : /\bgzip\b/.test(acceptEncoding) ? 'gzip' : undefined

/**
 * An answer made small, which CloudFront does only for what it caches. One with an `ETag` is left as it is: that names
 * these very bytes (RFC 9110, 8.8.1), and clients send it back in `If-Match`.
 */
export const packed = (body: Buffer, headers: Headers, acceptEncoding: string) => {
  const encoding = encodingFor(acceptEncoding)
  const isOurs = headers.etag === undefined && headers['content-encoding'] === undefined
  if (encoding === undefined || !isOurs || body.length < WORTH_IT) return undefined
  const small =
    encoding === 'br'
      ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
      : gzipSync(body)
  const { 'content-length': _, ...rest } = headers
  const vary = rest.vary === undefined ? 'Accept-Encoding' : `${rest.vary}, Accept-Encoding`
  return { body: small, headers: { ...rest, 'content-encoding': encoding, vary } }
}
