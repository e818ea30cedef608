import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import { makeFeed, revokeFeed } from '#functions/domain/feed.ts'
import type { Env } from '#functions/session/env.ts'
import { feedAddresses } from '#shared/contract/feed.ts'
import { describe } from '../describe.ts'
import { acknowledge, actOf } from '../reply.ts'

const tag = 'feeds'

export const feedRoutes = (deps: Deps) =>
  new Hono<Env>()
    .post(
      '/me/feed',
      describe({
        summary: 'A new address of my own feed, told this once; the one before stops working',
        tag,
        status: 201,
        answer: 'FeedAddresses',
        problems: ['unit_required', 'conflict'],
      }),
      async c => {
        const outcome = await makeFeed(deps, actOf(c))
        acknowledge(c, deps.clock, outcome)
        const address = `/api/v1/feeds/${c.get('actor').personId}/${outcome.body}`
        const addresses = { atom: `${address}/atom.xml`, json: `${address}/feed.json` }
        return c.json(feedAddresses.parse(addresses), 201)
      },
    )
    .delete(
      '/me/feed',
      describe({ summary: 'The address of my feed stops working', tag, status: 204 }),
      async c => {
        acknowledge(c, deps.clock, await revokeFeed(deps, actOf(c)))
        return c.body(null, 204)
      },
    )
