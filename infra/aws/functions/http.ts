import * as z from 'zod'
import { newWriteId } from '#functions/platform/ids.ts'
import { PortalError, problemResponse } from '#functions/platform/problem.ts'
import { composedForPeople, logger, type Parts } from './composition.ts'

/** What an HTTP API hands over (payload 2.0), as far as it is read here. */
const httpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z.string().default(''),
  cookies: z.array(z.string()).default([]),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({ domainName: z.string(), http: z.object({ method: z.string() }) }),
})
type HttpEvent = z.infer<typeof httpEvent>

export type HttpResult = {
  statusCode: number
  headers: Record<string, string>
  cookies: string[]
  body: string
  isBase64Encoded: boolean
}

/** The gateway has decoded the path: what would end it, or is no whole escape, is written as an escape again. */
const escaped = (rawPath: string): string =>
  rawPath.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(/[?#\\]/g, encodeURIComponent)

/** Header values are bytes of Latin-1 on the wire; what is beyond it is no header of ours. */
const isLatin1 = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)

const requestOf = (event: HttpEvent): Request => {
  const { domainName, http } = event.requestContext
  const query = event.rawQueryString === '' ? '' : `?${event.rawQueryString}`
  const headers = new Headers(Object.entries(event.headers).filter(([, value]) => isLatin1(value)))
  if (event.cookies.length > 0) headers.set('cookie', event.cookies.join('; '))
  const hasBody = event.body !== undefined && http.method !== 'GET' && http.method !== 'HEAD'
  return new Request(`https://${domainName}${escaped(event.rawPath)}${query}`, {
    method: http.method,
    headers,
    ...(hasBody ? { body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8') } : {}),
  })
}

const isText = (type: string): boolean => /^text\/|[/+](json|xml)\b/.test(type)

/** What Lambda hands back at most is 6 MB: beyond it the gateway would only say that something broke. */
const MOST_BYTES = 6_000_000

const tooMuch = (): Response =>
  problemResponse(
    new PortalError('too_large', {
      title: 'Det er for meget i ét svar',
      detail: 'Vælg et område eller et tema, og hent det i flere dele.',
    }),
    newWriteId(),
  )

/** What the gateway takes. Too much is told as the contract tells it. */
export const resultOf = async (response: Response): Promise<HttpResult> => {
  const result = await wholeResultOf(response)
  return Buffer.byteLength(result.body) > MOST_BYTES ? wholeResultOf(tooMuch()) : result
}

const wholeResultOf = async (response: Response): Promise<HttpResult> => {
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'))
  const isBase64Encoded =
    headers['content-encoding'] !== undefined || !isText(headers['content-type'] ?? 'text/plain')
  return {
    statusCode: response.status,
    headers,
    cookies: response.headers.getSetCookie(),
    body: Buffer.from(await response.arrayBuffer()).toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}

type App = { fetch: (request: Request) => Response | Promise<Response> }

/** An app behind an HTTP API. What goes wrong before the app can answer is said as the app says it. */
export const httpHandler = (make: (parts: Parts) => App) => {
  let current: (() => Promise<App>) | undefined
  const handle = async (request: Request): Promise<Response> => {
    current ??= composedForPeople(process.env, make)
    return (await current()).fetch(request)
  }
  return async (received: unknown): Promise<HttpResult> => {
    const event = httpEvent.parse(received)
    const respond = async (): Promise<Response> => {
      try {
        return await handle(requestOf(event))
      } catch (error) {
        const requestId = newWriteId()
        logger.error('start_failed', { requestId, stack: error instanceof Error ? error.stack : 'unknown' })
        return problemResponse(new PortalError('unavailable'), requestId)
      }
    }
    return resultOf(await respond())
  }
}
