import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { readMyData } from '#functions/domain/my-data.ts'
import { blockPerson, endSessions, erasePerson, unblockPerson } from '#functions/domain/standing.ts'
import type { Env } from '#functions/session/env.ts'
import { myData } from '#shared/contract/my-data.ts'
import { reasonInput } from '#shared/contract/spotlight.ts'
import { jsonBody } from '../body.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf } from '../reply.ts'

const tag = 'people'
const problems = ['not_found', 'forbidden'] as const

/** What the portal holds about people, and who may come in. */
export const standingRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(
      '/me/data',
      describe({
        summary: 'Everything the portal holds about me',
        tag,
        answer: 'MyData',
        problems: ['rate_limited'],
      }),
      async c => {
        c.header('Content-Disposition', 'attachment; filename="mine-data.json"')
        return c.json(myData.parse(await readMyData(deps, c.get('actor'))), 200)
      },
    )
    .put(
      '/persons/:personId/block',
      describe({
        summary: 'A moderator keeps somebody out, within a minute',
        tag,
        body: 'ReasonInput',
        status: 204,
        problems,
      }),
      jsonBody(reasonInput),
      async c => {
        const { personId } = c.req.param()
        acknowledge(c, deps.clock, await blockPerson(deps, actOf(c), personId, c.req.valid('json').reason))
        return c.body(null, 204)
      },
    )
    .delete(
      '/persons/:personId/block',
      describe({ summary: 'A moderator lets somebody in again', tag, status: 204, problems }),
      async c => {
        acknowledge(c, deps.clock, await unblockPerson(deps, actOf(c), c.req.param('personId')))
        return c.body(null, 204)
      },
    )
    .delete(
      '/persons/:personId/sessions',
      describe({
        summary: 'A moderator ends all sessions and tokens of somebody, within a minute',
        tag,
        status: 204,
        problems,
      }),
      async c => {
        acknowledge(c, deps.clock, await endSessions(deps, actOf(c), c.req.param('personId')))
        return c.body(null, 204)
      },
    )
    .delete(
      '/persons/:personId',
      describe({
        summary:
          'A moderator erases somebody who left: name and profile go within a day, the unit’s texts stay',
        tag,
        status: 204,
        problems,
      }),
      async c => {
        acknowledge(c, deps.clock, await erasePerson(deps, actOf(c), c.req.param('personId')))
        return c.body(null, 204)
      },
    )
