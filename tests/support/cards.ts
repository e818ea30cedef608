import type * as z from 'zod'
import { encodeSeen } from '#functions/platform/portal-seen.ts'
import { keys } from '#functions/store/table.ts'
import { type AdoptionInput, adoption } from '#shared/contract/adoption.ts'
import { catalogue } from '#shared/contract/catalogue.ts'
import { comment, type commentInput } from '#shared/contract/comment.ts'
import {
  initiative,
  type initiativeInput,
  initiativePage,
  initiativeTrace,
} from '#shared/contract/initiative.ts'
import type { Person } from './person.ts'

export type CardInput = z.input<typeof initiativeInput>
type CommentInput = z.input<typeof commentInput>

/** What API.md requires to publish, and nothing else. */
export const five = {
  title: 'Sparring før beslutning',
  summary: 'Rådgiveren vender sagen med en kollega i ti minutter og beslutter så selv.',
  challenge: 'Også små sager ventede tre uger på et ja.',
  action: 'Vi har aftalt et handlerum på én side.',
  experience: 'works',
} as const satisfies CardInput

/** An id that nothing has. */
export const NO_CARD = 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV'
export const NO_COMMENT = 'com_01ARZ3NDEKTSV4RRFFQ69G5FAV'

const ok = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return response.status === 204 ? undefined : response.json()
}

export const make = async (who: Person, json: CardInput) =>
  initiative.parse(await ok(await who.api.initiatives.$post({ json })))

/** Publishes a card of this person's unit. */
export const publish = (who: Person, over: CardInput = {}) =>
  make(who, { ...five, status: 'published', ...over })

export const draft = (who: Person, over: CardInput = {}) => make(who, { ...five, ...over })

export const read = async (who: Person, id: string) =>
  initiativePage.parse(await ok(await who.api.initiatives[':id'].$get({ param: { id } })))

export const readTrace = async (who: Person, id: string) =>
  initiativeTrace.strict().parse(await ok(await who.api.initiatives[':id'].$get({ param: { id } })))

export const withdraw = async (who: Person, id: string, reason = 'Vi er holdt op med det.') =>
  initiative.parse(
    await ok(await who.api.initiatives[':id'].withdraw.$post({ param: { id }, json: { reason } })),
  )

/** Changes a card against the version that it has. */
export const edit = async (who: Person, id: string, json: Record<string, unknown>) => {
  const { version } = await read(who, id)
  const answer = await who.send('PATCH', `/initiatives/${id}`, json, { 'if-match': `"${version}"` })
  return initiative.parse(await ok(answer))
}

export const adopt = async (who: Person, id: string, unitId: string, over: Partial<AdoptionInput> = {}) =>
  adoption.parse(
    await ok(
      await who.api.initiatives[':id'].adoptions[':unitId'].$put({
        param: { id, unitId },
        json: { stage: 'trying', ...over },
      }),
    ),
  )

export const say = async (who: Person, id: string, text: string, over: Partial<CommentInput> = {}) =>
  comment.parse(
    await ok(
      await who.api.initiatives[':id'].comments.$post({
        param: { id },
        json: { kind: 'question', text, ...over },
      }),
    ),
  )

/** A page of the catalogue as this person sees it, no older than `seen`. */
export const list = async (who: Person, query = '', seen?: string) =>
  catalogue.parse(
    await ok(
      await who.send(
        'GET',
        `/catalogue${query}`,
        undefined,
        seen === undefined ? {} : { 'portal-seen': seen },
      ),
    ),
  )

/** What a client that wrote all of these would carry. */
export const seenOf = (...cards: readonly { id: string; version: number }[]): string =>
  encodeSeen(
    undefined,
    cards.map(({ id, version }) => ({ ...keys.initiative(id), version })),
    Date.now(),
  )
