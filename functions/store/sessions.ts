import * as z from 'zod'
import { role } from '#shared/contract/person.ts'
import { keys } from './table.ts'
import type { TableClient } from './table-client.ts'

const claimsItem = z.object({
  name: z.string(),
  title: z.string().optional(),
  unit: z.string().optional(),
  roles: z.array(role),
})

const sessionItem = z.object({
  version: z.int(),
  personId: z.string(),
  claims: claimsItem,
  /** ms since 1970: the last renewal, and when it ends however much it is used. */
  renewedAt: z.number(),
  endsAt: z.number(),
  /** When the provider last stood by the claims (ms); what it takes to ask again, sealed; who is asking since when. */
  claimsAt: z.number().default(0),
  refresh: z.string().optional(),
  renewingAt: z.number().optional(),
  expiresAt: z.number(),
  deleted: z.literal(true).optional(),
})
export type SessionItem = z.infer<typeof sessionItem>
export type SessionContent = Omit<SessionItem, 'version' | 'deleted'>

const signInItem = z.object({
  version: z.int(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** Hash of the cookie of the browser that began. */
  browser: z.string(),
  expiresAt: z.number(),
  used: z.literal(true).optional(),
})
export type SignIn = Omit<z.infer<typeof signInItem>, 'version' | 'used'>

/** Rows that live for a while, under hashes of what the browser holds. Expiry is looked at here: DynamoDB may be late. */
export const createSessions = (table: TableClient) => {
  const isOver = (expiresAt: number): boolean => expiresAt * 1000 <= table.clock()

  const find = async (hash: string): Promise<SessionItem | undefined> => {
    const row = await table.get(keys.session(hash))
    const session = row === undefined ? undefined : sessionItem.parse(row)
    return session && !session.deleted && !isOver(session.expiresAt) ? session : undefined
  }

  const write = (hash: string, content: SessionContent, seen: number | undefined, writeId: string) =>
    table.write(
      { ...keys.session(hash), kind: 'session', ...content },
      { seen, writeId, by: content.personId },
    )

  /** Ends it at once, for every instance. Ending it again changes nothing. */
  const end = async (hash: string, writeId: string): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      const session = await find(hash)
      if (!session) return
      const { version, ...content } = session
      const item = { ...keys.session(hash), kind: 'session', ...content, deleted: true as const }
      if ((await table.write(item, { seen: version, writeId })).landed) return
    }
  }

  const begin = (stateHash: string, signIn: SignIn, writeId: string) =>
    table.write({ ...keys.signIn(stateHash), kind: 'sign-in', ...signIn }, { seen: undefined, writeId })

  /** The sign-in that this state began, once: a second time there is none. */
  const consume = async (
    stateHash: string,
    browser: string,
    writeId: string,
  ): Promise<SignIn | undefined> => {
    const row = await table.get(keys.signIn(stateHash))
    const found = row === undefined ? undefined : signInItem.parse(row)
    if (!found || found.used || isOver(found.expiresAt) || found.browser !== browser) return undefined
    const { version, ...signIn } = found
    const used = { ...keys.signIn(stateHash), kind: 'sign-in', ...signIn, used: true }
    const result = await table.write(used, { seen: version, writeId })
    return result.landed ? signIn : undefined
  }

  return { find, write, end, begin, consume }
}
export type Sessions = ReturnType<typeof createSessions>
