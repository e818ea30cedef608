import type { MiddlewareHandler } from 'hono'

/** Takes the place of `hono-openapi` where routes only answer: what they say of themselves is the documentation's matter. */
export const describeRoute = (): MiddlewareHandler => async (_, next) => {
  await next()
}
