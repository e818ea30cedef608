/** Header names that client and server share. */
export const HEADERS = {
  csrf: 'X-Portal-Csrf',
  seen: 'Portal-Seen',
  notCpr: 'Portal-Not-Cpr',
  idempotencyKey: 'Idempotency-Key',
  replayed: 'Idempotent-Replayed',
  ifMatch: 'If-Match',
  etag: 'ETag',
} as const
