import * as z from 'zod'
import type { Lambda } from './lambda.ts'

const result = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.string()),
  cookies: z.array(z.string()).default([]),
  body: z.string(),
  isBase64Encoded: z.boolean(),
})
export type GatewayResult = z.infer<typeof result>

export type Asked = {
  method?: string
  /** As the gateway hands it over: decoded. */
  path: string
  query?: string
  headers?: Record<string, string>
  cookies?: string[]
  body?: string
  base64?: boolean
}

/** An event as an HTTP API makes it (payload format 2.0), with all that AWS documents. */
export const httpEvent = ({
  method = 'GET',
  path,
  query = '',
  headers = {},
  cookies,
  body,
  base64 = false,
}: Asked) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: query,
  ...(cookies ? { cookies } : {}),
  headers: { host: 'abc123.execute-api.eu-north-1.amazonaws.com', 'x-forwarded-proto': 'https', ...headers },
  requestContext: {
    accountId: '111122223333',
    apiId: 'abc123',
    domainName: 'abc123.execute-api.eu-north-1.amazonaws.com',
    domainPrefix: 'abc123',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'JKJaXmPLvHcESHA=',
    routeKey: '$default',
    stage: '$default',
    time: '27/Nov/2026:09:00:00 +0000',
    timeEpoch: 1795770000000,
  },
  ...(body === undefined ? {} : { body }),
  isBase64Encoded: base64,
})

export const ask = async (lambda: Lambda, asked: Asked): Promise<GatewayResult> =>
  result.parse(await lambda.invoke(httpEvent(asked)))

export const jsonOf = (answer: GatewayResult): unknown => JSON.parse(answer.body)
