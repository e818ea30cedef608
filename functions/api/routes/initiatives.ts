import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import {
  deleteInitiative,
  patchInitiative,
  publishInitiative,
  withdrawInitiative,
} from '#functions/domain/change-initiative.ts'
import { createInitiative } from '#functions/domain/create-initiative.ts'
import { readInitiative } from '#functions/domain/read-initiative.ts'
import type { Env } from '#functions/session/env.ts'
import { initiativeInput, initiativePatch } from '#shared/contract/initiative.ts'
import { reasonInput } from '#shared/contract/spotlight.ts'
import { jsonBody } from '../body.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf, ifMatchOf, retryScope, setVersion } from '../reply.ts'

const tag = 'initiatives'

export const initiativeRoutes = (deps: Deps) =>
  new Hono<Env>()
    .post(
      '/initiatives',
      describe({
        summary: 'Make a card, as a draft or published at once',
        tag,
        body: 'InitiativeInput',
        answer: 'Initiative',
        status: 201,
        headers: ['idempotencyKey', 'notCpr'],
        problems: ['malformed_json', 'unit_required', 'invalid', 'cpr_number', 'idempotency_key_reused'],
      }),
      jsonBody(initiativeInput),
      async c => {
        const input = c.req.valid('json')
        const outcome = await createInitiative(deps, actOf(c), input, retryScope(c, input))
        acknowledge(c, deps.clock, outcome)
        c.header('Location', `/api/v1/initiatives/${outcome.body.id}`)
        return c.json(outcome.body, 201)
      },
    )
    .get(
      '/initiatives/:id',
      describe({
        summary: 'The card, all its adoptions, a first page of comments, lineage',
        tag,
        answer: 'InitiativePage',
        problems: ['not_found'],
      }),
      async c => {
        const { body, version } = await readInitiative(deps, c.get('actor'), c.req.param('id'))
        setVersion(c, version)
        return c.json(body, 200)
      },
    )
    .patch(
      '/initiatives/:id',
      describe({
        summary: 'Edit content or visibility; each field sent is replaced whole, null clears it',
        tag,
        body: 'InitiativePatch',
        answer: 'Initiative',
        headers: ['ifMatch', 'notCpr'],
        problems: [
          'not_found',
          'forbidden',
          'not_editable',
          'stale',
          'if_match_required',
          'invalid',
          'cpr_number',
        ],
      }),
      jsonBody(initiativePatch),
      async c => {
        const outcome = await patchInitiative(
          deps,
          actOf(c),
          c.req.param('id'),
          c.req.valid('json'),
          ifMatchOf(c),
        )
        acknowledge(c, deps.clock, outcome)
        return c.json(outcome.body, 200)
      },
    )
    .post(
      '/initiatives/:id/publish',
      describe({
        summary: 'Publish; repeating changes nothing',
        tag,
        answer: 'Initiative',
        problems: ['not_found', 'forbidden', 'stale', 'invalid'],
      }),
      async c => {
        const outcome = await publishInitiative(deps, actOf(c), c.req.param('id'), ifMatchOf(c))
        acknowledge(c, deps.clock, outcome)
        return c.json(outcome.body, 200)
      },
    )
    .post(
      '/initiatives/:id/withdraw',
      describe({
        summary: 'Withdraw with a reason; the same reason again changes nothing',
        tag,
        body: 'ReasonInput',
        answer: 'Initiative',
        problems: ['not_found', 'forbidden', 'not_published', 'conflict', 'stale', 'invalid', 'cpr_number'],
      }),
      jsonBody(reasonInput),
      async c => {
        const { reason } = c.req.valid('json')
        const outcome = await withdrawInitiative(deps, actOf(c), c.req.param('id'), reason, ifMatchOf(c))
        acknowledge(c, deps.clock, outcome)
        return c.json(outcome.body, 200)
      },
    )
    .delete(
      '/initiatives/:id',
      describe({
        summary: 'Delete for good: a draft by its unit, any other by a moderator',
        tag,
        status: 204,
        problems: ['not_found', 'forbidden', 'stale'],
      }),
      async c => {
        const { wrote } = await deleteInitiative(deps, actOf(c), c.req.param('id'), ifMatchOf(c))
        acknowledge(c, deps.clock, { wrote })
        return c.body(null, 204)
      },
    )
