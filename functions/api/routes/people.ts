import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { patchProfile, readProfile, settleUnit } from '#functions/domain/profile.ts'
import type { Env } from '#functions/session/env.ts'
import { personPatch, unitConfirmation } from '#shared/contract/person.ts'
import { jsonBody } from '../body.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf, ifMatchOf, setVersion } from '../reply.ts'

const tag = 'people'

export const peopleRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/session',
      describe({
        summary: 'Who I am, with the organisation and the taxonomy, in one answer',
        tag,
        answer: 'Session',
      }),
      async c => {
        const [{ body: person }, { organisation, taxonomy }] = await Promise.all([
          readProfile(deps, c.get('actor')),
          deps.store.organisations.today(),
        ])
        return c.json({ person, organisation: organisation.organisation, taxonomy }, 200)
      },
    )
    .get('/me', describe({ summary: 'Who I am here', tag, answer: 'Person' }), async c => {
      const { body, version } = await readProfile(deps, c.get('actor'))
      setVersion(c, version)
      return c.json(body, 200)
    })
    .patch(
      '/me',
      describe({
        summary: 'My preferences, and once my unit',
        tag,
        body: 'PersonPatch',
        answer: 'Person',
        problems: ['unit_from_sign_in', 'unit_chosen', 'stale', 'invalid'],
      }),
      jsonBody(personPatch),
      async c => {
        const outcome = await patchProfile(deps, actOf(c), c.req.valid('json'), ifMatchOf(c))
        acknowledge(c, deps.clock, outcome)
        return c.json(outcome.body, 200)
      },
    )
    .put(
      '/persons/:personId/unit',
      describe({
        summary: 'A moderator confirms the unit that a person chose',
        tag,
        body: 'UnitConfirmation',
        status: 204,
        problems: ['not_found', 'forbidden', 'conflict'],
      }),
      jsonBody(unitConfirmation),
      async c => {
        acknowledge(
          c,
          deps.clock,
          await settleUnit(deps, actOf(c), c.req.param('personId'), c.req.valid('json').unitId),
        )
        return c.body(null, 204)
      },
    )
    .delete(
      '/persons/:personId/unit',
      describe({
        summary: 'A moderator resets the unit that a person chose',
        tag,
        status: 204,
        problems: ['not_found', 'forbidden'],
      }),
      async c => {
        acknowledge(c, deps.clock, await settleUnit(deps, actOf(c), c.req.param('personId'), undefined))
        return c.body(null, 204)
      },
    )
    .get(
      '/organisation',
      describe({ summary: 'Areas and units of today', tag: 'organisation', answer: 'Organisation' }),
      async c => {
        const { organisation } = await deps.store.organisations.today()
        return c.json(organisation.organisation, 200)
      },
    )
    .get(
      '/taxonomy',
      describe({ summary: 'Groups of themes', tag: 'organisation', answer: 'Taxonomy' }),
      async c => {
        const { taxonomy } = await deps.store.organisations.today()
        return c.json(taxonomy, 200)
      },
    )
