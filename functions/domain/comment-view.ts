import { decodeCursor, encodeCursor } from '#functions/platform/cursor.ts'
import type { CommentMark } from '#functions/store/initiatives.ts'
import type { CommentItem } from '#functions/store/items.ts'
import type { Comment } from '#shared/contract/comment.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { seesText, type Viewer } from '#shared/rules/visibility.ts'
import { authorView, type Names } from './names.ts'

export const commentView = (item: CommentItem, names: Names, viewer: Viewer): Comment => {
  const base = {
    id: item.id,
    initiativeId: item.initiativeId,
    kind: item.tone,
    ...(item.replyTo === undefined ? {} : { replyTo: item.replyTo }),
    version: item.version,
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
  }
  if (item.deleted)
    return { ...base, text: '', author: { name: 'Slettet', unitId: item.author.unitId }, deleted: true }
  const author = authorView(item.author, names)
  if (!item.hidden) return { ...base, text: item.text, author }
  return seesText(viewer, { hidden: true, authorId: item.author.personId })
    ? { ...base, text: item.text, author, hidden: item.hidden }
    : { ...base, text: '', author, hidden: { at: item.hidden.at } }
}

export const PAGE = LIMITS.commentsPage

/** A page of the talk from its rows (one more than a page, to know of the next) and what stands after it. */
export const talkPage = (rows: readonly CommentItem[], after: readonly CommentMark[]) => {
  const page = rows.slice(0, PAGE)
  const marks = [
    ...rows.map(row => ({ id: row.id, replyTo: row.replyTo, deleted: row.deleted === true })),
    ...after,
  ]
  const answered = new Set(
    marks.flatMap(mark => (mark.deleted || mark.replyTo === undefined ? [] : [mark.replyTo])),
  )
  return {
    /** A deleted comment keeps its place while it has replies. */
    shown: page.filter(row => !row.deleted || answered.has(row.id)),
    live: marks.filter(mark => !mark.deleted).length,
    next: rows.length > PAGE ? page.at(-1)?.id : undefined,
  }
}

const scope = (initiativeId: string): string => `comments/${initiativeId}`

export const commentCursor = (initiativeId: string, lastId: string | undefined) =>
  lastId === undefined ? {} : { nextCursor: encodeCursor(scope(initiativeId), lastId) }

export const readCommentCursor = (initiativeId: string, cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : decodeCursor(scope(initiativeId), cursor, /^com_[0-9A-Z]{26}$/)
