import { PortalError } from '#functions/platform/problem.ts'
import { LIMITS } from '#shared/rules/limits.ts'

/** Past this, whoever sends is no client of ours. */
const PATIENCE_BYTES = 64 * LIMITS.bodyBytes

/**
 * A body's text. Throws `too_large` past 256 KiB. What does not say its length is read to its end and thrown away, so
 * that the connection it came on still serves the next request.
 */
export const readText = async (request: {
  header: (name: string) => string | undefined
  text: () => Promise<string>
  raw: Request
}): Promise<string> => {
  // The frame has weighed what says its length.
  if (request.header('content-length') !== undefined) return request.text()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.raw.body ?? []) {
    bytes += chunk.length
    if (bytes > PATIENCE_BYTES) break
    text = bytes > LIMITS.bodyBytes ? '' : text + decoder.decode(chunk, { stream: true })
  }
  if (bytes > LIMITS.bodyBytes) throw new PortalError('too_large')
  return text + decoder.decode()
}
