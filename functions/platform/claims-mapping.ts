import * as z from 'zod'
import { role } from '#shared/contract/person.ts'
import { slug } from '#shared/contract/text.ts'

const claimName = z.string().min(1).max(200)

/** Where a provider says what the portal reads, and in which words. Left out, it speaks the portal's own. */
export const claimsMapping = z.strictObject({
  name: claimName.default('name'),
  title: claimName.default('title'),
  unit: z
    .strictObject({
      from: claimName.default('unit'),
      /** The provider's words for a unit, and the unit's id: `{ 'Auning Skole': 'auning-skole' }`. */
      values: z.record(z.string(), slug).default({}),
      /** Whether other values are names that become ids as the organisation's do. */
      isName: z.boolean().default(false),
    })
    .prefault({}),
  roles: z
    .strictObject({
      from: claimName.default('roles'),
      /** A group's id, or an app role's name, and the role here: `{ '<group id>': 'director' }`. */
      values: z.record(z.string(), role).default({}),
      /** Roles of all who sign in. */
      everybody: z.array(role).default([]),
    })
    .prefault({}),
})
export type ClaimsMapping = z.output<typeof claimsMapping>
export type ClaimsMappingInput = z.input<typeof claimsMapping>
