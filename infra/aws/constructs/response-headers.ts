import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeadersBehavior,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { SECURITY_HEADERS } from '#functions/platform/security-headers.ts'

/** CloudFront has fields of its own for these; the others go as they are. */
const FIELDS = {
  'Content-Security-Policy': 'contentSecurityPolicy',
  'Strict-Transport-Security': 'strictTransportSecurity',
  'X-Content-Type-Options': 'contentTypeOptions',
  'X-Frame-Options': 'frameOptions',
  'Referrer-Policy': 'referrerPolicy',
} as const

const said = (name: keyof typeof FIELDS): string => {
  const value = SECURITY_HEADERS[name]
  if (value === undefined) throw new Error(`SECURITY_HEADERS no longer says ${name}`)
  return value
}

const memberOf = <T extends string>(members: Record<string, T>, value: string, name: string): T => {
  const found = Object.values(members).find(one => one.toLowerCase() === value.toLowerCase())
  if (found === undefined) throw new Error(`CloudFront cannot say ${name}: ${value}`)
  return found
}

const security = (): ResponseSecurityHeadersBehavior => {
  const transport = said('Strict-Transport-Security')
  return {
    contentSecurityPolicy: { contentSecurityPolicy: said('Content-Security-Policy'), override: true },
    contentTypeOptions: { override: true },
    frameOptions: {
      frameOption: memberOf(HeadersFrameOption, said('X-Frame-Options'), 'X-Frame-Options'),
      override: true,
    },
    referrerPolicy: {
      referrerPolicy: memberOf(HeadersReferrerPolicy, said('Referrer-Policy'), 'Referrer-Policy'),
      override: true,
    },
    strictTransportSecurity: {
      accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(transport)?.[1])),
      includeSubdomains: transport.includes('includeSubDomains'),
      override: true,
    },
  }
}

const others = (): ResponseCustomHeadersBehavior => ({
  customHeaders: Object.entries(SECURITY_HEADERS)
    .filter(([name]) => !Object.hasOwn(FIELDS, name))
    .map(([header, value]) => ({ header, value, override: true })),
})

/** On every answer what `SECURITY_HEADERS` says, as on the local portal. */
export const responseHeaders = (scope: Construct): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, 'Headers', {
    comment: 'Security headers of the portal',
    securityHeadersBehavior: security(),
    customHeadersBehavior: others(),
  })
