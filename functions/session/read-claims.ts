import type { ClaimsMapping } from '#functions/platform/claims-mapping.ts'
import { type Claims, claims } from '#shared/contract/session.ts'
import { slugOf } from '#shared/rules/slug.ts'

type Payload = Readonly<Record<string, unknown>>

const own = <T>(values: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined

const unitOf = ({ from, values, isName }: ClaimsMapping['unit'], payload: Payload): string | undefined => {
  const said = payload[from]
  if (typeof said !== 'string' || said.trim() === '') return undefined
  const name = said.trim()
  return own(values, name) ?? (isName ? slugOf(name) : name)
}

const rolesOf = ({ from, values, everybody }: ClaimsMapping['roles'], payload: Payload): string[] => {
  const said = payload[from]
  const list = (Array.isArray(said) ? said : [said]).filter(one => typeof one === 'string')
  return [...new Set([...everybody, ...list.map(one => own(values, one) ?? one)])]
}

/** The portal's claims in a provider's token, as the mapping finds them. Throws `ZodError` without a subject. */
export const readClaims = (mapping: ClaimsMapping, payload: Payload | undefined): Claims =>
  claims.parse({
    sub: payload?.sub,
    name: payload?.[mapping.name],
    title: payload?.[mapping.title],
    unit: unitOf(mapping.unit, payload ?? {}),
    roles: rolesOf(mapping.roles, payload ?? {}),
  })
