import { createCatalogue } from '#functions/catalogue/app.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { logger, openTable } from './composition.ts'
import { onFirstUse } from './first-use.ts'

const HOUR = 60 * 60 * 1000

/**
 * Leaves the catalogue for instances to come. Called when something changed, five minutes' changes at a time, and by the
 * clock. Debounced to one an hour: writing costs by the kilobyte, and whoever begins from it reads what changed since.
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
  return async (): Promise<{ saved: boolean }> => {
    const before = await store.snapshots.writtenAt()
    const isFresh = before !== undefined && systemClock() - before < HOUR
    if (isFresh) return { saved: false }
    await catalogue.save()
    logger.info('snapshot_saved', {})
    return { saved: true }
  }
})
