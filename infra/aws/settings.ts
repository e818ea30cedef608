import * as z from 'zod'
import { claimsMapping } from '#functions/platform/claims-mapping.ts'

const lowerCase = z
  .string()
  .regex(/^[a-z][a-z0-9-]{2,30}$/, 'small letters, digits and hyphens, 3 to 31 of them')
const https = z.url({ protocol: /^https$/, error: 'an address that begins with https://' })

/** AWS gives a function 4 KB for its whole environment. */
const CLAIMS_BYTES = 3000
/** AWS takes 64 characters for what is made of both, such as a schedule's or a function's name. */
const NAMES_TOGETHER = 50

const domain = z.strictObject({
  /** Such as `greb.kommune.dk`; point it at the distribution with a CNAME or alias record. */
  name: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name such as greb.kommune.dk'),
  /** CloudFront takes certificates from this region only. */
  certificateArn: z
    .string()
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/, 'the ARN of a certificate in us-east-1'),
})

const signIn = z.strictObject({
  /** As in the provider's `/.well-known/openid-configuration`. */
  issuer: https,
  clientId: z.string().min(1),
  /** Of access tokens for scripts. Left out, the client's id, as in Entra ID's tokens of version 2. */
  audience: z.string().min(1).optional(),
  /** Entra ID's access tokens carry no type: the scope they must name then. */
  accessTokenScope: z.string().min(1).optional(),
  claims: claimsMapping
    .prefault({})
    .refine(
      claims => Buffer.byteLength(JSON.stringify(claims)) <= CLAIMS_BYTES,
      'more than 3,000 bytes as JSON, which a function cannot be given; let units have the names that the directory writes',
    ),
})

const stage = z.strictObject({
  /** Left out, the account of whoever deploys. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'twelve digits')
    .optional(),
  /** Where everything is kept: in the EU. */
  region: z.string().regex(/^eu-[a-z]+-\d$/, 'a region in the EU, such as eu-north-1'),
  domain: domain.optional(),
  signIn,
  /** Whether citizens may look in at `/aaben` and `/api/v1/public`. */
  openWindow: z.boolean(),
  /** Encrypts the table with a key of one's own (about 1 USD a month) instead of AWS's. */
  ownKey: z.boolean(),
  /** Who is told when something is wrong. */
  alarmAddress: z.email('an e-mail address'),
  monthlyBudgetUsd: z.number().positive('more than 0'),
  /** Where RUNBOOK.md is read; alarms link into it. */
  runbook: https,
  /**
   * Whether each function has a part of the account's concurrency of its own. It cannot while a new account has ten in all
   * and waits for AWS to give it the usual 1,000.
   */
  reserveConcurrency: z.boolean(),
  logDays: z.union([z.literal(7), z.literal(14), z.literal(30), z.literal(90)], '7, 14, 30 or 90'),
})

const portalConfig = stage
  .extend({
    name: lowerCase,
    /** Each stage is a portal of its own; what it says differs from the above. */
    stages: z.record(lowerCase, stage.partial()),
  })
  .superRefine(({ name, stages, ...base }, context) => {
    const taken = new Set<string>()
    for (const [stageName, own] of Object.entries(stages)) {
      if (name.length + stageName.length > NAMES_TOGETHER)
        context.addIssue({
          code: 'custom',
          path: ['stages', stageName],
          message: `at most ${NAMES_TOGETHER} characters together with name`,
        })
      const host = (own.domain ?? base.domain)?.name
      if (host === undefined) continue
      if (taken.has(host))
        context.addIssue({
          code: 'custom',
          path: ['stages', stageName, 'domain'],
          message: `${host} is another stage's; put domain under the stage that has it`,
        })
      taken.add(host)
    }
  })
export type PortalConfig = z.input<typeof portalConfig>
export type Settings = z.output<typeof stage> & { name: string; stage: string }

const sentence = (error: z.ZodError): Error => {
  const wrong = error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
  return new Error(`infra/aws/portal.config.ts cannot be used: ${wrong.join('; ')}.`)
}

/** The settings of one stage. Throws one sentence that names what is wrong. */
export const settingsFor = (config: unknown, stageName: string): Settings => {
  const parsed = portalConfig.safeParse(config)
  if (!parsed.success) throw sentence(parsed.error)
  const { stages, ...base } = parsed.data
  const own = Object.hasOwn(stages, stageName) ? stages[stageName] : undefined
  if (!own)
    throw new Error(`There is no stage "${stageName}" in infra/aws/portal.config.ts: ${Object.keys(stages)}.`)
  return { ...base, ...own, stage: stageName }
}

const PLACEHOLDER = /0{8}-0000-0000-0000-0{12}|example\./

/** What still has to be filled in before anything may be deployed. */
export const placeholdersIn = (settings: Settings): string[] => {
  const { issuer, clientId } = settings.signIn
  const { alarmAddress, runbook } = settings
  const asked = { 'signIn.issuer': issuer, 'signIn.clientId': clientId, alarmAddress, runbook }
  return Object.entries(asked).flatMap(([name, value]) => (PLACEHOLDER.test(value) ? [name] : []))
}

/** Names that scripts and stacks share. */
export const namesOf = ({ name, stage }: Pick<Settings, 'name' | 'stage'>) => ({
  table: `${name}-${stage}`,
  parameters: `/${name}/${stage}`,
  stack: (part: string) => `${name}-${stage}-${part}`,
  function: (part: string) => `${name}-${stage}-${part}`,
  setAside: (part: string) => `${name}-${stage}-${part}-set-aside`,
})
