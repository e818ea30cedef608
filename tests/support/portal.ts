import { silentLogger } from '#functions/platform/logger.ts'
import { type ComposeOptions, compose } from '#infra/local/compose.ts'
import { openFront } from '#infra/local/front.ts'

type PortalOptions = Partial<Omit<ComposeOptions, 'front'>> & { port?: number }

/**
 * The whole portal in this process: any free port, a database in memory, no web, and no cards unless asked for.
 * `tokenFor(personId)` signs in at its provider; `pump.flush()` waits for reactions; `stop()` when done.
 */
export const startPortal = async ({ port = 0, ...options }: PortalOptions = {}) =>
  compose({ front: await openFront(port), cards: false, logger: silentLogger, ...options })
