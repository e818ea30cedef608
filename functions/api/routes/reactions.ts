import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { setReaction } from '#functions/domain/react.ts'
import type { Env } from '#functions/session/env.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf } from '../reply.ts'

const tag = 'reactions'

export const reactionRoutes = (deps: Deps) =>
  new Hono<Env>()
    .put(
      '/initiatives/:id/reactions/me',
      describe({
        summary: 'Say that the card inspires',
        tag,
        status: 204,
        problems: ['not_found', 'unit_required', 'not_published'],
      }),
      async c => {
        acknowledge(c, deps.clock, await setReaction(deps, actOf(c), c.req.param('id'), true))
        return c.body(null, 204)
      },
    )
    .delete(
      '/initiatives/:id/reactions/me',
      describe({ summary: 'Take it back', tag, status: 204, problems: ['not_found', 'unit_required'] }),
      async c => {
        acknowledge(c, deps.clock, await setReaction(deps, actOf(c), c.req.param('id'), false))
        return c.body(null, 204)
      },
    )
