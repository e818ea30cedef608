import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { newWriteId, ulidIds } from '#functions/platform/ids.ts'
import { openFront } from '#infra/local/front.ts'
import { type Action, createActions } from './actions.ts'
import { type Figure, median, timed } from './figure.ts'
import { type Asked, createHttp } from './http.ts'
import { type MeasuredPortal, startMeasuredPortal } from './measured-portal.ts'
import type { Wave } from './recorder.ts'
import { createReplay, onTwin } from './replay.ts'

const WARM_UP = 15
const ROUNDS = 60
/** Long enough for the writer's rate to be forgotten. */
const UNHURRIED_MS = 50
const CARD = /ini_\w+/

/** Answers every request with nothing but given calls: over the same HTTP server, from the same process, to the same database. */
const startBare = async ({ portal }: MeasuredPortal) => {
  const replay = createReplay(portal.store.table.document)
  let waves: readonly Wave[] = []
  const app = new Hono().all('*', async c => c.json(await replay(waves)))
  const front = await openFront(0)
  front.serve(getRequestListener(app.fetch))
  const http = createHttp(front.port)
  return {
    send: (asked: Asked, calls: readonly Wave[]) => {
      waves = calls
      return http.send(asked)
    },
    stop: async () => {
      http.close()
      await front.stop()
    },
  }
}

const cardIn = (text: string): string | undefined => CARD.exec(text)?.[0]

/** One action through the API and through bare calls, turn by turn. */
const compare = async (
  { prepare }: Action,
  act: (asked: Asked) => Promise<string>,
  bare: Awaited<ReturnType<typeof startBare>>,
  { recorder, time }: MeasuredPortal,
) => {
  const ids = ulidIds()
  const api: number[] = []
  const raw: number[] = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const twin = await prepare()
    const asked = await prepare()
    time.advance(UNHURRIED_MS)
    let answer = ''
    let took = 0
    const waves = await recorder.during(async () => {
      took = await timed(async () => {
        answer = await act(asked)
      })
    })
    const id = cardIn(asked.path) ?? cardIn(answer)
    const twinId = cardIn(twin.path) ?? ids.initiative(Date.now())
    const calls = id === undefined ? waves : onTwin(waves, id, twinId, newWriteId)
    const bareTook = await timed(async () => {
      const { status, body } = await bare.send(twin, calls)
      if (status !== 200) throw new Error(`The bare calls answered ${status}: ${body}`)
    })
    if (round < 0) continue
    api.push(took)
    raw.push(bareTook)
  }
  return { api: median(api), raw: median(raw) }
}

/** What the API costs over the same DynamoDB calls made bare, interleaved in one process: medians, and their ratio. */
export const measure = async (): Promise<Figure[]> => {
  const measured = await startMeasuredPortal()
  const { act, actions } = await createActions(measured)
  const bare = await startBare(measured)
  const figures: Figure[] = []
  for (const action of actions) {
    const { api, raw } = await compare(action, act, bare, measured)
    const what = `${action.what} (${api.toFixed(1)} over ${raw.toFixed(1)} ms)`
    figures.push({ what, value: api / raw, unit: 'times', atMost: 1.5 })
  }
  await bare.stop()
  await measured.stop()
  return figures
}
