import * as z from 'zod'
import { claimsMapping } from './claims-mapping.ts'

/** Names of the environment, shared with the infrastructure that sets them. */
export const ENV = {
  tableName: 'TABLE_NAME',
  publicOrigin: 'PUBLIC_ORIGIN',
  issuer: 'OIDC_ISSUER',
  clientId: 'OIDC_CLIENT_ID',
  clientSecret: 'OIDC_CLIENT_SECRET',
  audience: 'OIDC_AUDIENCE',
  claims: 'OIDC_CLAIMS',
  accessTokenScope: 'OIDC_ACCESS_TOKEN_SCOPE',
  trustsPersonSubjects: 'OIDC_TRUSTS_PERSON_SUBJECTS',
  openWindow: 'OPEN_WINDOW',
  writesInFiveMinutes: 'WRITES_IN_FIVE_MINUTES',
  exportsAnHour: 'EXPORTS_AN_HOUR',
  signInsAnHour: 'SIGN_INS_AN_HOUR',
  retentionPersonDays: 'RETENTION_PERSON_DAYS',
  retentionModerationDays: 'RETENTION_MODERATION_DAYS',
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

const positive = z.coerce.number().int().positive()

/** What one person may do unless the environment says otherwise. */
export const RATES = { writesInFiveMinutes: 3000, exportsAnHour: 20, signInsAnHour: 60 } as const

const MINUTE = 60_000
const ratesOf = {
  /** A third at once, the rest spread over the five minutes: never more than `most` in any five minutes. */
  writes: (most: number) => {
    const burst = Math.max(1, Math.round(most / 3))
    return { burst, everyMs: (5 * MINUTE) / Math.max(1, most - burst) }
  },
  /** All of an hour's at once, then one after the other. */
  anHour: (most: number) => ({ burst: most, everyMs: (60 * MINUTE) / most }),
}

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('must be JSON')
    return z.NEVER
  }
})

const environment = z.object({
  [ENV.tableName]: z.string().min(3),
  [ENV.publicOrigin]: secureUrl.transform(text => new URL(text).origin),
  [ENV.issuer]: secureUrl,
  [ENV.clientId]: z.string().min(1),
  [ENV.clientSecret]: z.string().min(1).optional(),
  [ENV.audience]: z.string().min(1),
  [ENV.claims]: json.pipe(claimsMapping).prefault('{}'),
  [ENV.accessTokenScope]: z.string().min(1).optional(),
  [ENV.trustsPersonSubjects]: flag,
  [ENV.openWindow]: flag,
  [ENV.writesInFiveMinutes]: positive.default(RATES.writesInFiveMinutes),
  [ENV.exportsAnHour]: positive.default(RATES.exportsAnHour),
  [ENV.signInsAnHour]: positive.default(RATES.signInsAnHour),
  [ENV.retentionPersonDays]: positive.default(400),
  [ENV.retentionModerationDays]: positive.default(730),
  [ENV.serverTiming]: flag,
})

const retentionEnvironment = environment.pick({
  [ENV.retentionPersonDays]: true,
  [ENV.retentionModerationDays]: true,
})

/** How long people who no longer sign in, and what moderators did, are kept. */
const retentionOf = (found: z.infer<typeof retentionEnvironment>) => ({
  personDays: found[ENV.retentionPersonDays],
  moderationDays: found[ENV.retentionModerationDays],
})

/** For what runs by the clock and knows no more of the configuration. */
export const parseRetention = (env: Record<string, string | undefined>) =>
  retentionOf(retentionEnvironment.parse(env))

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
    /** Where the provider's tokens say what the portal reads. */
    claims: found[ENV.claims],
    /**
     * For providers whose access tokens carry no type of their own (Entra ID): the scope that one must name, which no
     * id token does. Without it only tokens of RFC 9068's type are taken.
     */
    accessTokenScope: found[ENV.accessTokenScope],
    /** The provider's subjects are person ids already, as the demo's are. */
    trustsPersonSubjects: found[ENV.trustsPersonSubjects],
    openWindow: found[ENV.openWindow],
    retention: retentionOf(found),
    /** How fast one person may go. */
    rates: {
      writes: ratesOf.writes(found[ENV.writesInFiveMinutes]),
      exports: ratesOf.anHour(found[ENV.exportsAnHour]),
      signIns: ratesOf.anHour(found[ENV.signInsAnHour]),
    },
    serverTiming: found[ENV.serverTiming],
  }
}
