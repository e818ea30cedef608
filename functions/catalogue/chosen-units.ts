import { Hono } from 'hono'
import { describe } from '#functions/api/describe.ts'
import type { Clock } from '#functions/platform/clock.ts'
import { decodeSeen } from '#functions/platform/portal-seen.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { Env } from '#functions/session/env.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import type { Replica } from './replica/replica.ts'

/** Who chose a unit themselves: moderators confirm it, or let them choose anew. */
export const chosenUnitRoutes = ({ clock }: { clock: Clock }, replica: Replica) =>
  new Hono<Env>().get(
    '/moderation/units',
    describe({
      summary: 'Units that people chose themselves; those that wait for a moderator come first',
      tag: 'moderation',
      answer: 'ChosenUnits',
      headers: ['seen'],
      problems: ['forbidden', 'unavailable'],
    }),
    async c => {
      if (!c.get('actor').roles.includes('moderator'))
        throw new PortalError('forbidden', { detail: 'Det ser en moderator.' })
      const state = await replica.current(decodeSeen(c.req.header(HEADERS.seen), clock()))
      return c.json(state.chosenUnits(), 200)
    },
  )
