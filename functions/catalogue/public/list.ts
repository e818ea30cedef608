import { decodeCursor, encodeCursor } from '#functions/platform/cursor.ts'
import type { PublicItems, PublicQuery } from '#shared/contract/public.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { newestOrder } from '../place.ts'
import type { Placed, Snapshot, Summary } from '../replica/snapshot.ts'
import { isPublic, publicItemOf } from './view.ts'

const SCOPE = 'public'
const PLACE = /^\d{13}ini_[0-9A-Z]{26}$/

/** Every public card, the newest first. */
export const publicCards = (snapshot: Snapshot): Placed[] =>
  snapshot.inOrder(newestOrder('published')).filter(({ summary }) => isPublic(summary))

/** One page of the public cards. Throws `invalid_cursor`. */
export const listPublic = (snapshot: Snapshot, { limit, cursor }: PublicQuery): PublicItems => {
  const after = cursor === undefined ? '' : decodeCursor(SCOPE, cursor, PLACE)
  const most = limit ?? LIMITS.cataloguePage
  const left = publicCards(snapshot).filter(({ key }) => key > after)
  const page = left.slice(0, most)
  const last = page.at(-1)
  return {
    items: page.map(({ summary }) => publicItemOf(snapshot, summary)),
    ...(last && left.length > most ? { nextCursor: encodeCursor(SCOPE, last.key) } : {}),
  }
}

/** A public card, or none: what is not public is as if it were not there. */
export const findPublic = (snapshot: Snapshot, id: string): Summary | undefined => {
  const found = snapshot.find(id)
  return found && isPublic(found) ? found : undefined
}
