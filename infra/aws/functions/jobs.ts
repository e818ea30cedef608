import * as z from 'zod'
import { replay } from '#functions/jobs/replay.ts'
import { sweepAgain } from '#functions/jobs/sweep.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { createReactions } from '#functions/stream/reactions.ts'
import { logger, openTable } from './composition.ts'
import { onFirstUse } from './first-use.ts'
import { JOBS } from './job-names.ts'

/** What the scheduler sends, or a person who invokes a job by hand (RUNBOOK.md). */
const jobEvent = z.object({ job: z.enum(JOBS) })

/** Scheduled work. A job that throws is tried again by Lambda, then set aside. */
export const handler = onFirstUse(async () => {
  const { store } = openTable(process.env)
  const run: Record<(typeof JOBS)[number], () => Promise<number>> = {
    sweep: () => sweepAgain(store, systemClock()),
    replay: () => replay(store, createReactions(store)),
  }
  return async (received: unknown): Promise<{ job: string; done: number }> => {
    const { job } = jobEvent.parse(received)
    const done = await run[job]()
    logger.info('job_done', { job, done })
    return { job, done }
  }
})
