import { type Context, Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { answerHiding, hideText, redactText, showText } from '#functions/domain/moderate.ts'
import { readReports, readTrail, reportText, settleReport } from '#functions/domain/report.ts'
import { decodeCursor, encodeCursor } from '#functions/platform/cursor.ts'
import type { Env } from '#functions/session/env.ts'
import { answerInput, redactionInput, reportInput, settlement } from '#shared/contract/moderation.ts'
import { reasonInput } from '#shared/contract/spotlight.ts'
import { jsonBody } from '../body.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf, retryScope } from '../reply.ts'

const tag = 'moderation'
const CURSOR = {
  reports: /^(?:waits|done)#[0-9A-Z]{26}$/,
  trail: /^T#[\w:.#-]{20,80}$/,
} as const

/** A page of a list that goes on where the asked-for cursor says; the domain speaks of places, not of cursors. */
const paged = async <P extends { nextCursor?: string }>(
  c: Context<Env>,
  list: keyof typeof CURSOR,
  read: (after: string | undefined) => Promise<P>,
) => {
  const cursor = c.req.query('cursor')
  const page = await read(cursor === undefined ? undefined : decodeCursor(list, cursor, CURSOR[list]))
  const { nextCursor } = page
  return nextCursor === undefined ? page : { ...page, nextCursor: encodeCursor(list, nextCursor) }
}

/** The same four things for a card's own text, a comment and an adoption: `Target` says which. */
const hide = (what: string) =>
  describe({
    summary: `A moderator hides ${what}, with a reason that its author reads`,
    tag,
    body: 'ReasonInput',
    status: 204,
    problems: ['not_found', 'forbidden', 'not_published', 'invalid', 'cpr_number'],
  })
const show = (what: string) =>
  describe({
    summary: `A moderator shows ${what} again`,
    tag,
    status: 204,
    problems: ['not_found', 'forbidden'],
  })
const answer = (what: string) =>
  describe({
    summary: `Answer the moderator who hid ${what}`,
    tag,
    body: 'AnswerInput',
    status: 204,
    problems: ['not_found', 'forbidden', 'conflict', 'invalid', 'cpr_number'],
  })
const redaction = (what: string) =>
  describe({
    summary: `A moderator takes words out of ${what} for good`,
    tag,
    body: 'RedactionInput',
    status: 204,
    problems: ['not_found', 'forbidden', 'invalid'],
  })

const CARD = '/initiatives/:id'
const COMMENT = '/initiatives/:id/comments/:commentId'
const ADOPTION = '/initiatives/:id/adoptions/:unitId'

const cardRoutes = (deps: Deps) =>
  new Hono<Env>()
    .put(`${CARD}/hidden`, hide('a card'), jsonBody(reasonInput), async c => {
      const target = { initiativeId: c.req.param('id') }
      acknowledge(c, deps.clock, await hideText(deps, actOf(c), target, c.req.valid('json').reason))
      return c.body(null, 204)
    })
    .delete(`${CARD}/hidden`, show('a card'), async c => {
      acknowledge(c, deps.clock, await showText(deps, actOf(c), { initiativeId: c.req.param('id') }))
      return c.body(null, 204)
    })
    .put(`${CARD}/hidden/answer`, answer('a card'), jsonBody(answerInput), async c => {
      const target = { initiativeId: c.req.param('id') }
      acknowledge(c, deps.clock, await answerHiding(deps, actOf(c), target, c.req.valid('json').answer))
      return c.body(null, 204)
    })
    .post(`${CARD}/redactions`, redaction('a card'), jsonBody(redactionInput), async c => {
      const target = { initiativeId: c.req.param('id') }
      acknowledge(c, deps.clock, await redactText(deps, actOf(c), target, c.req.valid('json')))
      return c.body(null, 204)
    })

const commentRoutes = (deps: Deps) =>
  new Hono<Env>()
    .put(`${COMMENT}/hidden`, hide('a comment'), jsonBody(reasonInput), async c => {
      const { id: initiativeId, commentId } = c.req.param()
      const { reason } = c.req.valid('json')
      acknowledge(c, deps.clock, await hideText(deps, actOf(c), { initiativeId, commentId }, reason))
      return c.body(null, 204)
    })
    .delete(`${COMMENT}/hidden`, show('a comment'), async c => {
      const { id: initiativeId, commentId } = c.req.param()
      acknowledge(c, deps.clock, await showText(deps, actOf(c), { initiativeId, commentId }))
      return c.body(null, 204)
    })
    .put(`${COMMENT}/hidden/answer`, answer('a comment'), jsonBody(answerInput), async c => {
      const { id: initiativeId, commentId } = c.req.param()
      const said = c.req.valid('json').answer
      acknowledge(c, deps.clock, await answerHiding(deps, actOf(c), { initiativeId, commentId }, said))
      return c.body(null, 204)
    })
    .post(`${COMMENT}/redactions`, redaction('a comment'), jsonBody(redactionInput), async c => {
      const { id: initiativeId, commentId } = c.req.param()
      const input = c.req.valid('json')
      acknowledge(c, deps.clock, await redactText(deps, actOf(c), { initiativeId, commentId }, input))
      return c.body(null, 204)
    })

const adoptionRoutes = (deps: Deps) =>
  new Hono<Env>()
    .put(`${ADOPTION}/hidden`, hide('an adoption'), jsonBody(reasonInput), async c => {
      const { id: initiativeId, unitId } = c.req.param()
      const { reason } = c.req.valid('json')
      acknowledge(c, deps.clock, await hideText(deps, actOf(c), { initiativeId, unitId }, reason))
      return c.body(null, 204)
    })
    .delete(`${ADOPTION}/hidden`, show('an adoption'), async c => {
      const { id: initiativeId, unitId } = c.req.param()
      acknowledge(c, deps.clock, await showText(deps, actOf(c), { initiativeId, unitId }))
      return c.body(null, 204)
    })
    .put(`${ADOPTION}/hidden/answer`, answer('an adoption'), jsonBody(answerInput), async c => {
      const { id: initiativeId, unitId } = c.req.param()
      const said = c.req.valid('json').answer
      acknowledge(c, deps.clock, await answerHiding(deps, actOf(c), { initiativeId, unitId }, said))
      return c.body(null, 204)
    })
    .post(`${ADOPTION}/redactions`, redaction('an adoption'), jsonBody(redactionInput), async c => {
      const { id: initiativeId, unitId } = c.req.param()
      const input = c.req.valid('json')
      acknowledge(c, deps.clock, await redactText(deps, actOf(c), { initiativeId, unitId }, input))
      return c.body(null, 204)
    })

/** Reports, what moderators see, and what they do. */
export const moderationRoutes = (deps: Deps) =>
  new Hono<Env>()
    .route('/', cardRoutes(deps))
    .route('/', commentRoutes(deps))
    .route('/', adoptionRoutes(deps))
    .post(
      `${CARD}/reports`,
      describe({
        summary: 'Tell the moderators what is wrong with a text one can read',
        tag,
        body: 'ReportInput',
        answer: 'Report',
        status: 201,
        headers: ['idempotencyKey', 'notCpr'],
        problems: ['not_found', 'unit_required', 'invalid', 'cpr_number', 'idempotency_key_reused'],
      }),
      jsonBody(reportInput),
      async c => {
        const input = c.req.valid('json')
        const outcome = await reportText(deps, actOf(c), c.req.param('id'), input, retryScope(c, input))
        acknowledge(c, deps.clock, outcome)
        return c.json(outcome.body, 201)
      },
    )
    .get(
      '/moderation/reports',
      describe({
        summary: 'What was reported; what waits comes first',
        tag,
        answer: 'Reports',
        query: { cursor: 'From nextCursor' },
        problems: ['forbidden', 'invalid_cursor'],
      }),
      async c => c.json(await paged(c, 'reports', after => readReports(deps, actOf(c), after)), 200),
    )
    .put(
      '/moderation/reports/:reportId/settlement',
      describe({
        summary: 'What came of a report, in words to the one who made it',
        tag,
        body: 'Settlement',
        status: 204,
        problems: ['not_found', 'forbidden', 'invalid', 'cpr_number'],
      }),
      jsonBody(settlement),
      async c => {
        const { reportId } = c.req.param()
        acknowledge(c, deps.clock, await settleReport(deps, actOf(c), reportId, c.req.valid('json')))
        return c.body(null, 204)
      },
    )
    .get(
      '/moderation/trail',
      describe({
        summary: 'Who did what to whose text, the newest first',
        tag,
        answer: 'Trail',
        query: { cursor: 'From nextCursor' },
        problems: ['forbidden', 'invalid_cursor'],
      }),
      async c => c.json(await paged(c, 'trail', before => readTrail(deps, c.get('actor'), before)), 200),
    )
