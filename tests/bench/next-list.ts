import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { catalogue } from '#shared/contract/catalogue.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { startInstance, startPortal } from '#tests/support/portal.ts'
import { type Figure, median } from './figure.ts'

const ROUNDS = 30
/** Somebody looks so often (ms). */
const LOOK_EVERY = 25
/** Writes come at any time between two polls. */
const SECOND = 1000
const SPREAD = 331
const WITHIN = 1500

const created = z.object({ id: z.string() })

const card = (round: number) => ({
  title: `Målt for ${round}. gang`,
  summary: 'Et greb, der skal ses et andet sted.',
  challenge: 'Ingen ved, hvor længe det varer.',
  action: 'Vi måler det.',
  experience: 'works',
  status: 'published',
})

/**
 * Two instances over one table: from the moment a card is acknowledged by one until it is in the lists of the other,
 * which nobody has told of it; and whether its writer, who carries the token, sees it in the first list there.
 */
export const measure = async (): Promise<Figure[]> => {
  const portal = await startPortal()
  const other = startInstance(portal)
  const headers = { authorization: `Bearer ${await portal.tokenFor('per_mette')}` }
  const newest = async (token?: string): Promise<string | undefined> => {
    const answer = await other.fetch(`${portal.origin}/api/v1/catalogue?sort=newest&limit=1`, {
      headers: token === undefined ? headers : { ...headers, [HEADERS.seen]: token },
    })
    return catalogue.parse(await answer.json()).items[0]?.id
  }
  const write = async (round: number) => {
    const answer = await fetch(`${portal.origin}/api/v1/initiatives`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', [HEADERS.idempotencyKey]: randomUUID() },
      body: JSON.stringify(card(round)),
    })
    return { id: created.parse(await answer.json()).id, token: answer.headers.get(HEADERS.seen) ?? '' }
  }

  const took: number[] = []
  let missed = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const due = performance.now() + ((round * SPREAD) % SECOND)
    while (performance.now() < due) await newest().then(() => wait(LOOK_EVERY))
    const { id } = await write(round)
    const began = performance.now()
    while ((await newest()) !== id) await wait(LOOK_EVERY)
    took.push(performance.now() - began)
    const { id: own, token } = await write(round)
    if ((await newest(token)) !== own) missed++
  }
  other.stop()
  await portal.stop()
  return [
    { what: 'a write in the lists of another instance (median)', value: median(took), unit: 'ms' },
    { what: '… the slowest of 30', value: Math.max(...took), unit: 'ms', atMost: WITHIN },
    { what: 'not at once in its writer’s list there', value: missed, unit: 'count', atMost: 0 },
  ]
}
