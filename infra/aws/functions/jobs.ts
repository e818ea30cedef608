import * as z from 'zod'
import { importOrganisation } from '#functions/domain/import-organisation.ts'
import { replay } from '#functions/jobs/replay.ts'
import { retain } from '#functions/jobs/retention.ts'
import { sweepAgain } from '#functions/jobs/sweep.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { parseRetention } from '#functions/platform/config.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { createReactions } from '#functions/stream/reactions.ts'
import { taxonomy } from '#infra/data/taxonomy.ts'
import { logger, openTable } from './composition.ts'
import { onFirstUse } from './first-use.ts'

/** What the scheduler sends, or a person who invokes a job by hand (RUNBOOK.md). */
const jobEvent = z.discriminatedUnion('job', [
  z.object({ job: z.literal('sweep') }),
  z.object({ job: z.literal('retain') }),
  z.object({ job: z.literal('replay') }),
  /** A list of units, as `npm run import:organisation` reads it; without `apply` it only tells. */
  z.object({ job: z.literal('import-organisation'), csv: z.string(), apply: z.boolean().default(false) }),
])
type JobEvent = z.infer<typeof jobEvent>

/** Scheduled work, and what people start by hand. A job that throws is tried again by Lambda, then set aside. */
export const handler = onFirstUse(async () => {
  const { store } = openTable(process.env)
  const retention = parseRetention(process.env)
  const run = (event: JobEvent): Promise<unknown> => {
    switch (event.job) {
      case 'sweep':
        return sweepAgain(store, systemClock())
      case 'retain':
        return retain(store, systemClock(), retention)
      case 'replay':
        return replay(store, createReactions(store))
      case 'import-organisation':
        return importOrganisation(store, event.csv, { apply: event.apply, writeId: newWriteId(), taxonomy })
    }
  }
  return async (received: unknown): Promise<{ job: string; done: unknown }> => {
    const event = jobEvent.parse(received)
    const done = await run(event)
    logger.info('job_done', { job: event.job })
    return { job: event.job, done }
  }
})
