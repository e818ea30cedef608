import type { Context, Env, Hono } from 'hono'
import { PortalError, problemResponse } from './problem.ts'

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:[^/]+/g, '[^/]+')}$`)

/** Where no route answers: `method_not_allowed` when the path is known with other methods, else `not_found`. */
export const refuseUnknown = <E extends Env>(app: Hono<E>, requestIdOf: (c: Context<E>) => string): void => {
  const routes = app.routes
    .filter(route => route.method !== 'ALL')
    .map(({ method, path }) => ({ method, pattern: patternOf(path) }))
  app.notFound(c => {
    const methods = new Set(routes.filter(route => route.pattern.test(c.req.path)).map(route => route.method))
    const error =
      methods.size === 0
        ? new PortalError('not_found')
        : new PortalError('method_not_allowed', { headers: { allow: [...methods].join(', ') } })
    return problemResponse(error, requestIdOf(c))
  })
}
