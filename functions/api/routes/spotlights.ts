import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { pointAt, stopPointing } from '#functions/domain/point-at.ts'
import type { Env } from '#functions/session/env.ts'
import { reasonInput } from '#shared/contract/spotlight.ts'
import { jsonBody } from '../body.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf } from '../reply.ts'

const tag = 'spotlights'

export const spotlightRoutes = (deps: Deps) =>
  new Hono<Env>()
    .put(
      '/initiatives/:id/spotlight',
      describe({
        summary: 'A director points at a card that all employees see, with a reason',
        tag,
        body: 'ReasonInput',
        answer: 'Spotlight',
        problems: ['not_found', 'forbidden', 'not_published', 'invalid', 'cpr_number'],
      }),
      jsonBody(reasonInput),
      async c => {
        const outcome = await pointAt(deps, actOf(c), c.req.param('id'), c.req.valid('json').reason)
        acknowledge(c, deps.clock, outcome)
        return c.json(outcome.body, 200)
      },
    )
    .delete(
      '/initiatives/:id/spotlight',
      describe({ summary: 'Stop pointing at it', tag, status: 204, problems: ['not_found', 'forbidden'] }),
      async c => {
        acknowledge(c, deps.clock, await stopPointing(deps, actOf(c), c.req.param('id')))
        return c.body(null, 204)
      },
    )
