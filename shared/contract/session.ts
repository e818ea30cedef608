import * as z from 'zod'
import { organisation } from './organisation.ts'
import { person, role } from './person.ts'
import { taxonomy } from './taxonomy.ts'

/** A path of this origin; anything else becomes `/`. `//host` and `/\host` would leave it. */
export const returnTo = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u)
  // As a header carries it.
  .transform(path => path.replace(/[^\x21-\x7e]+/g, encodeURI))
  .catch('/')

/** Claims that the portal reads from an id token or an access token. Unknown roles are passed over. */
export const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(200).catch('Ukendt navn'),
  title: z.string().trim().max(200).optional().catch(undefined),
  unit: z.string().optional().catch(undefined),
  roles: z
    .array(z.unknown())
    .transform(list => list.flatMap(one => role.safeParse(one).data ?? []))
    .catch([]),
})
export type Claims = z.infer<typeof claims>

/** What a client needs before it can show anything: who acts, and the names of today. */
export const session = z.object({ person, organisation, taxonomy }).meta({ id: 'Session' })
export type Session = z.infer<typeof session>
