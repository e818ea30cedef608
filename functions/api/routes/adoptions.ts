import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { deleteAdoption, putAdoption } from '#functions/domain/adopt.ts'
import { readAdoptions } from '#functions/domain/read-initiative.ts'
import type { Env } from '#functions/session/env.ts'
import { adoptionInput } from '#shared/contract/adoption.ts'
import { jsonBody } from '../body.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf, ifMatchOf } from '../reply.ts'

const tag = 'adoptions'

export const adoptionRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/initiatives/:id/adoptions',
      describe({ summary: 'All adoptions of a card', tag, answer: 'Adoptions', problems: ['not_found'] }),
      async c => c.json(await readAdoptions(deps, c.get('actor'), c.req.param('id')), 200),
    )
    .put(
      '/initiatives/:id/adoptions/:unitId',
      describe({
        summary: 'Adopt, or report how it goes: one for each card and unit, replaced whole (201 when new)',
        tag,
        body: 'AdoptionInput',
        answer: 'Adoption',
        problems: [
          'not_found',
          'unit_required',
          'forbidden',
          'own_initiative',
          'not_published',
          'stale',
          'invalid',
          'cpr_number',
        ],
      }),
      jsonBody(adoptionInput),
      async c => {
        const { id, unitId } = c.req.param()
        const outcome = await putAdoption(deps, actOf(c), id, unitId, c.req.valid('json'), ifMatchOf(c))
        acknowledge(c, deps.clock, outcome)
        return outcome.created ? c.json(outcome.body, 201) : c.json(outcome.body, 200)
      },
    )
    .delete(
      '/initiatives/:id/adoptions/:unitId',
      describe({
        summary: 'Take one’s unit off the card',
        tag,
        status: 204,
        problems: ['not_found', 'unit_required', 'forbidden', 'stale'],
      }),
      async c => {
        const { id, unitId } = c.req.param()
        acknowledge(c, deps.clock, await deleteAdoption(deps, actOf(c), id, unitId, ifMatchOf(c)))
        return c.body(null, 204)
      },
    )
