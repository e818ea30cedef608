import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import autocannon from 'autocannon'
import { listCatalogue } from '#functions/catalogue/list.ts'
import { parseQuery } from '#functions/catalogue/query.ts'
import { createReplica } from '#functions/catalogue/replica/replica.ts'
import { CatalogueState } from '#functions/catalogue/replica/state.ts'
import { danish } from '#functions/catalogue/search/danish.ts'
import { packDictionary, unpackDictionary } from '#functions/catalogue/search/dictionary.ts'
import type { SnapshotStore } from '#functions/catalogue/snapshot/snapshot-store.ts'
import type { Change } from '#functions/store/items.ts'
import { FEED, TABLE } from '#functions/store/table.ts'
import { today } from '#tests/catalogue/search/demo.ts'
import { startPortal } from '#tests/support/portal.ts'
import { danishCards } from './danish-cards.ts'
import { type Figure, timed } from './figure.ts'
import { quality } from './search-quality.ts'
import { insideFunction, viewer } from './search-queries.ts'

const SIZES = [
  { cards: 500 },
  { cards: 5000, inside: 5, list: 400, search: 600, http: 15, perSecond: 1000 },
  { cards: 20_000, inside: 20, search: 1200, http: 35, heap: 400_000_000 },
] as const
type Size = {
  cards: number
  inside?: number
  list?: number
  search?: number
  http?: number
  perSecond?: number
  heap?: number
}

const named = (cards: number): string => `${cards.toLocaleString('en-GB')} cards`
const upTo = (atMost: number | undefined) => (atMost === undefined ? {} : { atMost })

/** From what another instance left to the first list and the first search. */
const cold = async (changes: readonly Change[], { cards, list, search }: Size): Promise<Figure[]> => {
  let left: Uint8Array | undefined
  const snapshots: SnapshotStore = {
    get: async () => left,
    put: async bytes => {
      left = bytes
    },
  }
  const clock = Date.now
  const all = { since: async () => [...changes], read: async () => [] }
  await createReplica({ changes: all, clock, snapshots }).save(today)
  const none = { since: async () => [], read: async () => [] }
  const packed = packDictionary(danish())
  // A fresh process has its dictionary to read too.
  const dictionary = await timed(async () => void unpackDictionary(packed))
  const first = async (query: Record<string, string[]>): Promise<number> =>
    timed(async () => {
      const state = await createReplica({ changes: none, clock, snapshots }).current()
      listCatalogue(state.snapshot(today), viewer, parseQuery(query), clock())
    })
  return [
    {
      what: `${named(cards)}: cold instance to first list`,
      value: await first({}),
      unit: 'ms',
      ...upTo(list),
    },
    {
      what: `${named(cards)}: cold instance to first search`,
      value: dictionary + (await first({ q: ['sygefravær'] })),
      unit: 'ms',
      ...upTo(search),
    },
    { what: `${named(cards)}: what it reads`, value: left?.byteLength ?? 0, unit: 'bytes' },
  ]
}

const BATCH = 25

/** The portal with these cards in its table; its index reads them all before it answers. */
const startWith = async (changes: readonly Change[]) => {
  const portal = await startPortal()
  const document = DynamoDBDocumentClient.from(portal.client, {
    marshallOptions: { removeUndefinedValues: true },
  })
  const table = portal.store.table.tableName
  for (let at = 0; at < changes.length; at += BATCH) {
    const items = changes.slice(at, at + BATCH)
    await document.send(
      new BatchWriteCommand({
        RequestItems: {
          [table]: items.map(item => ({
            PutRequest: { Item: { ...item, changedAt: Date.now(), [TABLE.changes.partitionKey]: FEED } },
          })),
        },
      }),
    )
  }
  return portal
}

const PATHS = [
  '/catalogue',
  '/catalogue?area=stabe&experience=works',
  '/catalogue?q=sygefrav%C3%A6r',
  '/catalogue?q=tavle%20m%C3%B8de',
]

/** Over HTTP: how long one connection waits, and how much sixteen get. The load comes from a thread of its own. */
const overHttp = async (changes: readonly Change[], { cards, http, perSecond }: Size): Promise<Figure[]> => {
  const portal = await startWith(changes)
  const headers = { authorization: `Bearer ${await portal.tokenFor('per_mette')}` }
  const requests = PATHS.map(path => ({ method: 'GET' as const, path: `/api/v1${path}`, headers }))
  const look = () => fetch(`${portal.origin}/api/v1/catalogue?q=sygefrav%C3%A6r`, { headers })
  await look()
  const run = (connections: number) =>
    autocannon({ url: portal.origin, connections, duration: 5, requests, workers: 1 })
  const alone = await run(1)
  const crowd = await run(16)
  // Nothing may be under way when the database goes.
  await look()
  await portal.stop()
  return [
    {
      what: `${named(cards)}: HTTP, one connection, p99`,
      value: alone.latency.p99,
      unit: 'ms',
      ...upTo(http),
    },
    {
      what: `${named(cards)}: HTTP, 16 connections, requests/s`,
      value: crowd.requests.average,
      unit: 'count',
      ...(perSecond === undefined ? {} : { atLeast: perSecond }),
    },
  ]
}

const heapOf = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const ofSize = async (size: Size): Promise<Figure[]> => {
  const changes = danishCards(size.cards)
  const before = heapOf()
  const state = new CatalogueState()
  state.apply(changes)
  const snapshot = state.snapshot(today)
  const build = await timed(async () => snapshot.searchIndex())
  const inside = await insideFunction(snapshot, named(size.cards), size.inside)
  const heap = heapOf() - before
  return [
    { what: `${named(size.cards)}: index built from texts`, value: build, unit: 'ms' },
    ...inside,
    { what: `${named(size.cards)}: heap`, value: heap, unit: 'bytes', ...upTo(size.heap) },
    ...(await cold(changes, size)),
    ...(size.http === undefined ? [] : await overHttp(changes, size)),
  ]
}

/** The catalogue at three sizes, on generated Danish cards, and what our Danish is worth. */
export const measure = async (): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const size of SIZES) figures.push(...(await ofSize(size)))
  return [...figures, ...quality()]
}
