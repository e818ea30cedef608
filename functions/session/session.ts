import type { Config } from '#functions/platform/config.ts'
import type { Logger } from '#functions/platform/logger.ts'
import type { Store } from '#functions/store/store.ts'
import { createGuard } from './guard.ts'
import { createProvider } from './provider.ts'
import { createSessionRoutes } from './routes.ts'

/** Sign-in as a BFF: routes for the browser, and the guard of the APIs. */
export const createSession = (config: Config, store: Store, logger: Logger) => {
  const provider = createProvider(config, logger)
  return {
    routes: createSessionRoutes(config, store, provider, logger),
    guard: createGuard(config, store, provider),
  }
}
