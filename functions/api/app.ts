import { Hono } from 'hono'
import type { Deps } from '#functions/domain/actor.ts'
import type { Env } from '#functions/session/env.ts'
import { adoptionRoutes } from './routes/adoptions.ts'
import { commentRoutes } from './routes/comments.ts'
import { feedRoutes } from './routes/feeds.ts'
import { initiativeRoutes } from './routes/initiatives.ts'
import { moderationRoutes } from './routes/moderation.ts'
import { peopleRoutes } from './routes/people.ts'
import { reactionRoutes } from './routes/reactions.ts'
import { spotlightRoutes } from './routes/spotlights.ts'
import { standingRoutes } from './routes/standing.ts'

/** The write side and single reads, relative to `/api/v1`. */
export const createApi = (deps: Deps) =>
  new Hono<Env>()
    .route('/', peopleRoutes(deps))
    .route('/', initiativeRoutes(deps))
    .route('/', commentRoutes(deps))
    .route('/', adoptionRoutes(deps))
    .route('/', reactionRoutes(deps))
    .route('/', spotlightRoutes(deps))
    .route('/', moderationRoutes(deps))
    .route('/', standingRoutes(deps))
    .route('/', feedRoutes(deps))

/** What the browser's typed client is made from. */
export type ApiType = ReturnType<typeof createApi>
