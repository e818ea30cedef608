import { PortalError } from '#functions/platform/problem.ts'
import { LIMITS } from '#shared/rules/limits.ts'

/** Past this, whoever sends is no client of ours. */
const PATIENCE_BYTES = 64 * LIMITS.bodyBytes

type Headed = { header: (name: string) => string | undefined }

/** Whether a body says of itself that it is larger than any is. */
export const isTooLarge = (request: Headed): boolean =>
  Number(request.header('content-length') ?? 0) > LIMITS.bodyBytes

/** JSON is UTF-8: what is not would be stored as something else than was written. Throws `malformed_json`. */
const createDecoder = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (bytes?: Uint8Array, options?: TextDecodeOptions): string => {
    try {
      return decoder.decode(bytes, options)
    } catch {
      throw new PortalError('malformed_json')
    }
  }
}

/**
 * A body's text. Throws `too_large` past 256 KiB. What does not say its length is read to its end and thrown away, so
 * that the connection it came on still serves the next request.
 */
export const readText = async (
  request: Headed & { arrayBuffer: () => Promise<ArrayBuffer>; raw: Request },
): Promise<string> => {
  const decode = createDecoder()
  // The frame has weighed what says its length.
  if (request.header('content-length') !== undefined)
    return decode(new Uint8Array(await request.arrayBuffer()))
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.raw.body ?? []) {
    bytes += chunk.length
    if (bytes > PATIENCE_BYTES) break
    if (bytes <= LIMITS.bodyBytes) chunks.push(chunk)
  }
  if (bytes > LIMITS.bodyBytes) throw new PortalError('too_large')
  return chunks.map(chunk => decode(chunk, { stream: true })).join('') + decode()
}
