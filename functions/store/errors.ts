import { PortalError } from '#functions/platform/problem.ts'

/** Names of what a retry may cure; everything else is a fault of ours. */
const PASSING = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'InternalServerException',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TimeoutError',
  'AbortError',
  'NetworkingError',
])
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])

const text = (error: unknown, key: 'name' | 'code'): string =>
  typeof error === 'object' && error !== null && key in error ? String(Reflect.get(error, key)) : ''

export const isConditionFailed = (error: unknown): boolean =>
  text(error, 'name') === 'ConditionalCheckFailedException'

export const isPassing = (error: unknown): boolean =>
  PASSING.has(text(error, 'name')) || SOCKET.has(text(error, 'code'))

/** AWS's words become the domain's: `unavailable` for what passes, the error itself for what does not. */
export const translated = (error: unknown): unknown =>
  isPassing(error) ? new PortalError('unavailable') : error
