import * as z from 'zod'
import { createActions } from './actions.ts'
import type { Figure } from './figure.ts'
import { startMeasuredPortal } from './measured-portal.ts'
import type { Call, Wave } from './recorder.ts'

const keyed = z.object({ Key: z.object({ pk: z.string() }) })

/** The session's read and the rate counter, which every request has, stand beside the budget. */
const isBeside = ({ input }: Call): boolean => {
  const key = keyed.safeParse(input)
  return key.success && /^[ZQ]#/.test(key.data.Key.pk)
}

export const ownWaves = (waves: readonly Wave[]): Wave[] =>
  waves.map(wave => wave.filter(call => !isBeside(call))).filter(wave => wave.length > 0)

/** DynamoDB calls of each main action: in sequence beside the budget, and in all. Exact. */
export const measure = async (): Promise<Figure[]> => {
  const measured = await startMeasuredPortal()
  const { act, actions } = await createActions(measured)
  const figures: Figure[] = []
  for (const { what, budget, prepare } of actions) {
    const asked = await prepare()
    const waves = ownWaves(await measured.recorder.during(() => act(asked)))
    const calls = waves.flat().map(call => call.command)
    figures.push(
      { what: `${what}: in sequence`, value: waves.length, unit: 'count', atMost: budget },
      { what: `${what}: in all (${calls.join(', ')})`, value: calls.length, unit: 'count' },
    )
  }
  const again = await measured.recorder.during(() => act({ method: 'GET', path: '/api/v1/catalogue' }))
  const within = ownWaves(again).flat().length
  figures.push({ what: 'list within a second of a poll: in all', value: within, unit: 'count', atMost: 0 })
  await measured.stop()
  return figures
}
