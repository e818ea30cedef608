import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { readComments } from '#functions/domain/read-initiative.ts'
import { createComment, deleteComment, patchComment } from '#functions/domain/write-comment.ts'
import type { Env } from '#functions/session/env.ts'
import { commentInput, commentPatch } from '#shared/contract/comment.ts'
import { jsonBody } from '../body.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf, ifMatchOf, retryScope } from '../reply.ts'

const tag = 'comments'

export const commentRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/initiatives/:id/comments',
      describe({
        summary: 'The talk, oldest first, 50 a page',
        tag,
        answer: 'Comments',
        query: { cursor: 'From nextCursor' },
        problems: ['not_found', 'invalid_cursor'],
      }),
      async c =>
        c.json(await readComments(deps, c.get('actor'), c.req.param('id'), c.req.query('cursor')), 200),
    )
    .post(
      '/initiatives/:id/comments',
      describe({
        summary: 'Comment, or reply to a top-level comment',
        tag,
        body: 'CommentInput',
        answer: 'Comment',
        status: 201,
        headers: ['idempotencyKey', 'notCpr'],
        problems: [
          'not_found',
          'unit_required',
          'not_published',
          'invalid',
          'cpr_number',
          'idempotency_key_reused',
        ],
      }),
      jsonBody(commentInput),
      async c => {
        const input = c.req.valid('json')
        const outcome = await createComment(deps, actOf(c), c.req.param('id'), input, retryScope(c, input))
        acknowledge(c, deps.clock, outcome)
        c.header('Location', `/api/v1/initiatives/${outcome.body.initiativeId}/comments/${outcome.body.id}`)
        return c.json(outcome.body, 201)
      },
    )
    .patch(
      '/initiatives/:id/comments/:commentId',
      describe({
        summary: 'Edit one’s own comment',
        tag,
        body: 'CommentPatch',
        answer: 'Comment',
        problems: ['not_found', 'forbidden', 'stale', 'invalid', 'cpr_number'],
      }),
      jsonBody(commentPatch),
      async c => {
        const { id, commentId } = c.req.param()
        const outcome = await patchComment(deps, actOf(c), id, commentId, c.req.valid('json'), ifMatchOf(c))
        acknowledge(c, deps.clock, outcome)
        return c.json(outcome.body, 200)
      },
    )
    .delete(
      '/initiatives/:id/comments/:commentId',
      describe({
        summary: 'Delete one’s own comment; a moderator any',
        tag,
        status: 204,
        problems: ['not_found', 'forbidden', 'stale'],
      }),
      async c => {
        const { id, commentId } = c.req.param()
        const { wrote } = await deleteComment(deps, actOf(c), id, commentId, ifMatchOf(c))
        acknowledge(c, deps.clock, { wrote })
        return c.body(null, 204)
      },
    )
