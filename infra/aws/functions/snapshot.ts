import { createCatalogue } from '#functions/catalogue/app.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { logger, openTable } from './composition.ts'
import { onFirstUse } from './first-use.ts'

/**
 * Leaves the catalogue for instances to come. Called when something changed, and now and then all the same; whatever the
 * event says, the whole is written. The event source collects five minutes' changes into one call: that is the debounce.
 */
export const handler = onFirstUse(async () => {
  const { store } = openTable(process.env)
  const catalogue = createCatalogue({
    store,
    clock: systemClock,
    publicOrigin: '',
    snapshots: store.snapshots,
    logger,
  })
  return async (): Promise<void> => {
    await catalogue.save()
    logger.info('snapshot_saved', {})
  }
})
