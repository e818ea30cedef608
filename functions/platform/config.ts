import * as z from 'zod'

/** Names of the environment, shared with the infrastructure that sets them. */
export const ENV = {
  tableName: 'TABLE_NAME',
  publicOrigin: 'PUBLIC_ORIGIN',
  issuer: 'OIDC_ISSUER',
  clientId: 'OIDC_CLIENT_ID',
  clientSecret: 'OIDC_CLIENT_SECRET',
  audience: 'OIDC_AUDIENCE',
  trustsPersonSubjects: 'OIDC_TRUSTS_PERSON_SUBJECTS',
  openWindow: 'OPEN_WINDOW',
  writesPerMinute: 'WRITES_PER_MINUTE',
  serverTiming: 'SERVER_TIMING',
} as const

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform(value => value === 'true')

const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
/** HTTPS, but for this machine itself. */
const secureUrl = z.url().refine(text => {
  const url = new URL(text)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
}, 'must be https')

const environment = z.object({
  [ENV.tableName]: z.string().min(3),
  [ENV.publicOrigin]: secureUrl.transform(text => new URL(text).origin),
  [ENV.issuer]: secureUrl,
  [ENV.clientId]: z.string().min(1),
  [ENV.clientSecret]: z.string().min(1).optional(),
  [ENV.audience]: z.string().min(1),
  [ENV.trustsPersonSubjects]: flag,
  [ENV.openWindow]: flag,
  [ENV.writesPerMinute]: z.coerce.number().int().positive().default(600),
  [ENV.serverTiming]: flag,
})

export type Config = ReturnType<typeof parseConfig>

/** The environment, parsed once. Throws one sentence that names what is wrong. */
export const parseConfig = (env: Record<string, string | undefined>) => {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not complete: ${wrong.join('; ')}`)
  }
  const found = parsed.data
  return {
    tableName: found[ENV.tableName],
    publicOrigin: found[ENV.publicOrigin],
    issuer: found[ENV.issuer],
    clientId: found[ENV.clientId],
    clientSecret: found[ENV.clientSecret],
    audience: found[ENV.audience],
    /** The provider's subjects are person ids already, as the demo's are. */
    trustsPersonSubjects: found[ENV.trustsPersonSubjects],
    openWindow: found[ENV.openWindow],
    writesPerMinute: found[ENV.writesPerMinute],
    serverTiming: found[ENV.serverTiming],
  }
}
