import type { Comment, Comments } from '#shared/contract/comment.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import type { CommentKind } from '#shared/rules/vocabulary.ts'
import { api, portalFetch } from './client.ts'

export type CommentDraft = { kind: CommentKind; text: string; replyTo?: string | undefined }

export const getComments = async (id: string, cursor: string): Promise<Comments> => {
  const response = await portalFetch(
    `/api/v1/initiatives/${id}/comments?cursor=${encodeURIComponent(cursor)}`,
  )
  return response.json()
}

export const createComment = async (
  id: string,
  json: CommentDraft,
  key: string,
  notCpr: boolean,
): Promise<Comment> => {
  const headers = { [HEADERS.idempotencyKey]: key, ...(notCpr ? { [HEADERS.notCpr]: 'true' } : {}) }
  const response = await api.initiatives[':id'].comments.$post({ param: { id }, json }, { headers })
  return response.json()
}

export const patchComment = async (id: string, commentId: string, text: string): Promise<Comment> => {
  const response = await api.initiatives[':id'].comments[':commentId'].$patch({
    param: { id, commentId },
    json: { text },
  })
  return response.json()
}

export const deleteComment = (id: string, commentId: string) =>
  portalFetch(`/api/v1/initiatives/${id}/comments/${commentId}`, { method: 'DELETE' })
