import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { createCatalogue } from '#functions/catalogue/app.ts'
import { systemClock } from '#functions/platform/clock.ts'
import { silentLogger } from '#functions/platform/logger.ts'
import { SESSION_COOKIE } from '#functions/session/cookie-session.ts'
import { compose } from '#infra/local/compose.ts'
import { openFront } from '#infra/local/front.ts'
import { visitProvider } from '#infra/local/visit-provider.ts'
import { HEADERS } from '#shared/rules/headers.ts'
import { meterCapacity, type Units } from './capacity.ts'
import type { Action } from './usage.ts'

/** What one action takes: table units, requests to the functions, bytes out, and time on this machine (ms). */
export type Taken = Units & { requests: number; bytes: number; ms: number }
export type Measured = {
  actions: Record<Action, Taken>
  /** Of the demo. */
  cards: number
  /** Read units for the whole catalogue, and for a poll that finds little. */
  load: number
  poll: number
  tableBytes: number
  snapshotBytes: number
}

const list = z.object({ items: z.array(z.object({ id: z.string() })), total: z.number() })
const made = z.object({ id: z.string() })

const CARD = {
  title: 'Tavlemøde på ti minutter',
  summary: 'Vi mødes stående ved tavlen hver morgen og fordeler det, der haster.',
  challenge: 'Vi brugte den første time på at finde ud af, hvem der gjorde hvad. '.repeat(6),
  action: 'Vi står ved tavlen i ti minutter. Hver siger én ting, og så går vi i gang. '.repeat(8),
  experience: 'works',
  core: ['Stående', 'Ti minutter', 'Alle siger én ting'],
  status: 'published',
}

/** Does everything that people do once, over HTTP, against the demo, and counts. Nothing of it is kept. */
export const measure = async (): Promise<Measured> => {
  const portal = await compose({ front: await openFront(0), cards: true, logger: silentLogger })
  await portal.pump.stop()
  const meter = meterCapacity(portal.client)
  const tokens = { mette: await portal.tokenFor('per_mette'), lis: await portal.tokenFor('per_lis') }

  const send = async (
    method: string,
    path: string,
    body?: unknown,
    by: keyof typeof tokens = 'mette',
    etag = '',
  ) => {
    const began = performance.now()
    const response = await fetch(`${portal.origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens[by]}`,
        'accept-encoding': 'br',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { [HEADERS.idempotencyKey]: randomUUID() } : {}),
        ...(etag === '' ? {} : { [HEADERS.ifMatch]: etag }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (response.status >= 300) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return { text, ms: performance.now() - began }
  }
  const take = async (...asked: Parameters<typeof send>[]): Promise<Taken> => {
    let bytes = 0
    let ms = 0
    const units = await meter.during(async () => {
      for (const one of asked) {
        const answered = await send(...one)
        bytes += answered.text.length
        ms += answered.ms
      }
    })
    return { ...units, requests: asked.length, bytes, ms }
  }
  /** Two redirects, with the provider's pages in between, which are not ours to pay. */
  const takeSignIn = async (): Promise<Taken> => {
    const began = performance.now()
    const units = await meter.during(async () => {
      const login = await fetch(`${portal.origin}/auth/login`, { redirect: 'manual' })
      const from = login.headers.get('location') ?? ''
      const back = await visitProvider(from, 'per_mette', `${portal.origin}/auth/callback`)
      const cookie = login.headers
        .getSetCookie()
        .map(line => line.split(';')[0] ?? '')
        .join('; ')
      const callback = await fetch(back, { redirect: 'manual', headers: { cookie } })
      if (!callback.headers.getSetCookie().some(line => line.startsWith(SESSION_COOKIE)))
        throw new Error(`The sign-in answered ${callback.status}`)
    })
    return { ...units, requests: 2, bytes: 2000, ms: performance.now() - began }
  }
  const api = '/api/v1'
  const all = list.parse(JSON.parse((await send('GET', `${api}/catalogue?limit=100`)).text))
  await send('GET', `${api}/catalogue?q=m%C3%B8der`)
  const known = all.items[0]?.id ?? ''
  const own = made.parse(JSON.parse((await send('POST', `${api}/initiatives`, CARD)).text)).id
  const others = made.parse(JSON.parse((await send('POST', `${api}/initiatives`, CARD, 'lis')).text)).id
  // A session's read and renewal, which a script's token has not: a strong read of 1 KB for each request.
  const withSession = ({ read, ...taken }: Taken): Taken => ({ ...taken, read: read + taken.requests })
  const signedIn = async (...asked: Parameters<typeof take>) => withSession(await take(...asked))

  const actions: Record<Action, Taken> = {
    'sign in': await takeSignIn(),
    'open the portal': await signedIn(['GET', `${api}/session`], ['GET', `${api}/catalogue`]),
    list: await signedIn(['GET', `${api}/catalogue?limit=20`]),
    search: await signedIn(['GET', `${api}/catalogue?q=m%C3%B8der`]),
    'read a card': await signedIn(['GET', `${api}/initiatives/${known}`]),
    'make a card': await signedIn(['POST', `${api}/initiatives`, CARD]),
    'edit a card': await signedIn([
      'PATCH',
      `${api}/initiatives/${own}`,
      { summary: 'Kortere.' },
      'mette',
      '"1"',
    ]),
    comment: await signedIn([
      'POST',
      `${api}/initiatives/${others}/comments`,
      { kind: 'question', text: 'Hvornår?' },
    ]),
    adopt: await signedIn([
      'PUT',
      `${api}/initiatives/${others}/adoptions/boernemyndighed`,
      { stage: 'trying' },
    ]),
    inspire: await signedIn(['PUT', `${api}/initiatives/${others}/reactions/me`]),
    overview: await signedIn(
      ['GET', `${api}/insights/promising`],
      ['GET', `${api}/insights/flows`],
      ['GET', `${api}/insights/activity`],
    ),
  }
  const { feed: load } = await meter.during(() => portal.store.changes.since(0))
  const lately = Date.now()
  await send('DELETE', `${api}/initiatives/${others}/reactions/me`)
  const { feed: poll } = await meter.during(() => portal.store.changes.since(lately))
  let tableBytes = 0
  for await (const rows of portal.store.table.scan()) tableBytes += Buffer.byteLength(JSON.stringify(rows))
  let snapshotBytes = 0
  const snapshots = {
    get: async () => undefined,
    put: async (bytes: Uint8Array) => {
      snapshotBytes = bytes.length
    },
  }
  await createCatalogue({
    store: portal.store,
    clock: systemClock,
    publicOrigin: portal.origin,
    snapshots,
  }).save()
  await portal.stop()
  return { actions, cards: all.total, load, poll, tableBytes, snapshotBytes }
}
