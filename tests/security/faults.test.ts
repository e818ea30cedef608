import { once } from 'node:events'
import { createServer } from 'node:net'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { systemClock } from '#functions/platform/clock.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { silentLogger } from '#functions/platform/logger.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { createDynamoDbClient } from '#functions/store/dynamodb-client.ts'
import type { Store } from '#functions/store/store.ts'
import { keys } from '#functions/store/table.ts'
import { DEADLINE_MS } from '#functions/store/table-client.ts'
import { comments } from '#shared/contract/comment.ts'
import { publish } from '#tests/support/cards.ts'
import { setClock, skewed } from '#tests/support/clock.ts'
import { createTestClient, startTestTable, type TestTable } from '#tests/support/database.ts'
import { createFaults, FAULTS, type Faults, noFaults } from '#tests/support/faults.ts'
import { createPerson, refused } from '#tests/support/person.ts'
import { startInstance, startPortal } from '#tests/support/portal.ts'
import { seededRandom } from '#tests/support/random.ts'

const SEED = Number(process.env.FAULT_SEED ?? 20261127)
const MOST_TRIES = 4
const MOST_SKEW = 60_000
const MOST_LAG = 3000
const survived = noFaults()
const count = (faults: Faults): void => {
  for (const fault of FAULTS) survived[fault] += faults.injected[fault]
}
afterAll(() => {
  console.log(`faults survived (FAULT_SEED=${SEED}): ${JSON.stringify(survived)}`)
})

/** Tries of each call, counted below the SDK's own retries. */
const countTries = (client: DynamoDBClient): number[] => {
  const tries: number[] = []
  const seen = new WeakMap<object, number>()
  client.middlewareStack.add(
    (next, context) => args => {
      const at = seen.get(context) ?? tries.push(0) - 1
      seen.set(context, at)
      tries[at] = (tries[at] ?? 0) + 1
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low', name: 'countTries' },
  )
  return tries
}

describe('Every repository method', () => {
  const time = setClock()
  let table: TestTable
  beforeAll(async () => {
    table = await startTestTable()
  })
  afterAll(() => table.stop())

  const id = 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV'
  const author = { personId: 'per_lis', unitId: 'oekonomi' }
  const at = new Date(time.now()).toISOString()
  const content = { core: [], adaptable: [], themes: [], keywords: [], questions: [] }
  const seconds = Math.floor(time.now() / 1000) + 3600
  const session = { personId: 'per_lis', claims: { name: 'Lis', roles: [] }, claimsAt: 0, renewedAt: 0 }

  /** What each method does, under names of its own, and what it comes to when nothing is in the way. */
  const methods: Record<string, (store: Store, name: string) => Promise<unknown>> = {
    'initiatives.write': (store, name) =>
      store.initiatives.write(
        {
          ...keys.initiative(`${id}${name}`),
          kind: 'initiative',
          status: 'draft',
          visibility: 'unit',
          unitId: 'oekonomi',
          areaId: 'stabe',
          content,
          author,
          createdAt: at,
          updatedAt: at,
        },
        undefined,
        newWriteId(),
      ),
    'initiatives.find': store => store.initiatives.find(id),
    'initiatives.collection': store => store.initiatives.collection(id),
    'initiatives.commentMarks': store => store.initiatives.commentMarks(id),
    'initiatives.commentRows': store => store.initiatives.commentRows(id, 51),
    'initiatives.childKeys': store => store.initiatives.childKeys(id),
    'initiatives.hintDerived': (store, name) =>
      store.initiatives.hintDerived(
        id,
        { pk: keys.initiative(`${id}${name}`).pk, unitId: 'oekonomi' },
        newWriteId(),
      ),
    'reactions.write': (store, name) =>
      store.reactions.write(
        { ...keys.reaction(id, `per_${name}`), kind: 'reaction', personId: `per_${name}`, createdAt: at },
        undefined,
        newWriteId(),
      ),
    'lineage.write': (store, name) =>
      store.lineage.write(
        { ...keys.lineage(id, name), kind: 'lineage', derivedId: name, unitId: 'oekonomi' },
        undefined,
        newWriteId(),
      ),
    'persons.write': (store, name) =>
      store.persons.write(
        {
          ...keys.person(`per_${name}`),
          kind: 'person',
          id: `per_${name}`,
          name,
          roles: [],
          preferences: {},
        },
        undefined,
        newWriteId(),
      ),
    'persons.find': store => store.persons.find('per_nobody'),
    'persons.seen': async (store, name) => {
      const person = { kind: 'person' as const, id: `per_s${name}`, name, roles: [], preferences: {} }
      await store.persons.write({ ...keys.person(person.id), ...person }, undefined, newWriteId())
      return store.persons.seen(person.id, '2026-11')
    },
    'rates.take': (store, name) => store.rates.take(`per_${name}`, 'writes', { burst: 5, everyMs: 1000 }),
    'sessions.write': (store, name) =>
      store.sessions.write(name, { ...session, endsAt: 0, expiresAt: seconds }, undefined, newWriteId()),
    'sessions.find': store => store.sessions.find('none'),
    'sessions.end': store => store.sessions.end('none', newWriteId()),
    'sessions.begin': (store, name) =>
      store.sessions.begin(
        name,
        { nonce: 'n', verifier: 'v', returnTo: '/', browser: 'b', expiresAt: seconds },
        newWriteId(),
      ),
    'sessions.consume': store => store.sessions.consume('none', 'b', newWriteId()),
    'idempotency.reserve': (store, name) =>
      store.idempotency.reserve(
        { personId: 'per_lis', method: 'POST', path: '/', key: name, bodyHash: 'h' },
        id,
        1,
        newWriteId(),
      ),
    'changes.since': async store => (await store.changes.since(0)).length >= 0,
    'changes.read': store => store.changes.read([{ ...keys.initiative(id), version: 1 }]),
    'moderation.findReport': store => store.moderation.findReport('none'),
    'moderation.writeReport': (store, name) =>
      store.moderation.writeReport(
        {
          ...keys.report(name),
          kind: 'report',
          id: name,
          target: { initiativeId: id },
          reason: 'Se her.',
          author,
          createdAt: at,
        },
        undefined,
        newWriteId(),
      ),
    'moderation.record': (store, name) =>
      store.moderation.record({ at, action: 'hid', by: author }, name, newWriteId()),
    'moderation.reports': async store => (await store.moderation.reports()).length >= 0,
    'moderation.trail': async store => (await store.moderation.trail(0)).length,
    'snapshots.put': store => store.snapshots.put(Buffer.from('all there is')),
    'snapshots.get': async store => (await store.snapshots.get())?.length ?? 0,
    'snapshots.writtenAt': async store => ((await store.snapshots.writtenAt()) ?? 0) >= 0,
    'personal.keysOf': store => store.personal.keysOf('per_nobody'),
    'personal.rows': store => store.personal.rows('per_nobody'),
    'personal.forgetVisits': store => store.personal.forgetVisits('per_nobody'),
    'personal.everything': async store => {
      for await (const rows of store.personal.everything()) if (rows.length > 1e6) return rows
      return 'read'
    },
  }
  const machineWith = () => {
    const { client, store } = table.machine(time.now)
    const faults = createFaults({ seed: SEED, clock: time.now })
    const tries = countTries(client)
    faults.attach(client)
    return { store, faults, tries }
  }

  test('none is left out', () => {
    const { store } = machineWith()
    const others = ['organisations', 'table']
    const repositories = Object.keys(store).filter(name => !others.includes(name))
    const tried = new Set(Object.keys(methods).map(name => name.split('.')[0]))
    // Adoptions, comments and spotlights are written by the very code that writes reactions.
    const alike = ['adoptions', 'comments', 'spotlights']
    expect(repositories.filter(name => !tried.has(name) && !alike.includes(name))).toEqual([])
  })

  describe.each(Object.keys(methods))('%s', name => {
    const run = methods[name]
    if (!run) throw new Error(name)

    test.each(['throttle', 'serverError', 'timeout', 'reset', 'lost'] as const)(
      'survives a %s',
      async fault => {
        const calm = machineWith()
        const expected = await run(calm.store, `calm${fault}`)
        const { store, faults, tries } = machineWith()
        for (const command of [
          'GetItem',
          'PutItem',
          'Query',
          'BatchGetItem',
          'UpdateItem',
          'Scan',
          'DeleteItem',
        ])
          faults.next(fault, command)
        const found = await run(store, `name${fault}`)
        expect(faults.injected[fault]).toBeGreaterThan(0)
        expect(JSON.stringify(found)?.replaceAll('name', 'calm')).toBe(JSON.stringify(expected))
        expect(Math.max(...tries)).toBeLessThanOrEqual(MOST_TRIES)
        faults.calm()
        count(faults)
      },
    )

    test('says `unavailable` where the fault stays, after at most four tries', async () => {
      const { store, faults, tries } = machineWith()
      faults.down(true)
      await expect(run(store, 'away')).rejects.toThrow(new PortalError('unavailable'))
      expect(Math.max(...tries)).toBeLessThanOrEqual(MOST_TRIES)
    })
  })
})

describe('The API and the catalogue, with everything going wrong now and then', () => {
  const ACTIONS = 150
  const created = z.object({ id: z.string() })

  test('every answer is right or a 503 with Retry-After; sent again, everything is there once', async () => {
    const portal = await startPortal()
    const random = seededRandom(SEED)
    const clock = () => Date.now()
    const skews = [0, 1].map(() => Math.round((2 * random() - 1) * MOST_SKEW))
    const faults = createFaults({ seed: SEED, clock })
    const machines = skews.map(skew => {
      const instance = startInstance(portal, skewed(clock, skew))
      faults.attach(instance.client)
      return { instance, tries: countTries(instance.client) }
    })
    const token = await portal.tokenFor('per_lis')
    const lis = createPerson(portal.origin, 'per_lis', token)
    const card = await publish(createPerson(portal.origin, 'per_mette', await portal.tokenFor('per_mette')))
    const rare = { serverError: 0.06, timeout: 0.06, reset: 0.06 }
    faults.rates({ ...rare, throttle: 0.12, lost: 0.12, partialBatch: 0.2 })
    faults.indexLag(MOST_LAG)
    const anywhere = () => {
      const at = machines[Math.floor(random() * machines.length)]
      if (!at) throw new Error('no machine')
      return lis.at(at.instance.fetch)
    }
    let refused = 0
    const until = async (
      method: string,
      path: string,
      body?: unknown,
      key?: string,
      ok: readonly number[] = [200],
    ): Promise<Response> => {
      for (let again = 0; again < 40; again++) {
        const response = await anywhere().send(method, path, body, key ? { 'idempotency-key': key } : {})
        if (ok.includes(response.status)) return response
        expect([method, path, response.status]).toEqual([method, path, 503])
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
        refused++
      }
      throw new Error(`${method} ${path} was refused forty times`)
    }

    const said = new Set<string>()
    const path = `/initiatives/${card.id}`
    for (let nth = 0; nth < ACTIONS; nth++) {
      const kind = nth % 5
      if (kind === 0) {
        const body = { kind: 'question', text: `Spørgsmål ${nth}` }
        const response = await until('POST', `${path}/comments`, body, `say-${nth}`, [201])
        said.add(created.parse(await response.json()).id)
      } else if (kind === 1) {
        await until(
          'PUT',
          `${path}/adoptions/oekonomi`,
          { stage: 'trying', kept: `${nth}` },
          undefined,
          [200, 201],
        )
      } else if (kind === 2) await until('PUT', `${path}/reactions/me`, undefined, undefined, [204])
      else if (kind === 3) await until('GET', path)
      else await until('GET', '/catalogue?limit=100')
    }
    faults.calm()
    count(faults)
    console.log(`clocks off by ${skews.join(' and ')} ms, the index late by up to ${MOST_LAG} ms`)
    for (const { tries } of machines) expect(Math.max(...tries)).toBeLessThanOrEqual(MOST_TRIES)
    const page = await (await lis.send('GET', path)).json()
    const talk = comments.parse(await (await lis.send('GET', `${path}/comments`)).json())
    expect(talk.items.map(({ id }) => id).sort()).toEqual([...said].sort())
    expect(page.counts).toEqual({ comments: ACTIONS / 5, adoptions: 1, inUse: 0, reactions: 1 })
    expect(page.adoptions[0].kept).toBe(`${ACTIONS - 4}`)
    expect(refused).toBeGreaterThan(0)
    for (const { instance } of machines) instance.stop()
    await portal.stop()
  })
})

describe('A table that takes every call and answers none', () => {
  /** The contract's deadline is 5 s; this only tells giving up from waiting for ever. */
  const GENEROUS = 20_000
  const silent = createServer()
  beforeAll(async () => {
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
  })
  afterAll(() => silent.close())

  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const clients = {
    'the portal’s own client': (endpoint: string) =>
      createDynamoDbClient({ endpoint, region: 'eu-north-1', credentials }),
    'a client that would wait for ever': createTestClient,
  }

  test.each(Object.entries(clients))(
    'every request is given up, as a 503 that says when to come back, after at most four tries a call: %s',
    async (_, connect) => {
      const portal = await startPortal()
      const { port } = z.object({ port: z.number() }).parse(silent.address())
      const endpoint = `http://127.0.0.1:${port}`
      const client = connect(endpoint)
      const instance = startInstance({ ...portal, endpoint }, systemClock, silentLogger, client)
      const tries = countTries(client)
      const lis = createPerson(portal.origin, 'per_lis', await portal.tokenFor('per_lis'), instance.fetch)
      const answers = await Promise.all([
        lis.send('GET', '/me'),
        lis.send('GET', '/catalogue'),
        lis.send('POST', '/initiatives', { title: 'Tavlemøde' }),
        lis.send('GET', '/health'),
      ])
      for (const answer of answers) {
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
        await refused(answer, 'unavailable')
      }
      expect(tries.length).toBeGreaterThan(0)
      expect(Math.max(...tries)).toBeLessThanOrEqual(MOST_TRIES)
      instance.stop()
      await portal.stop()
    },
    GENEROUS,
  )

  test('the deadline of a call leaves time to say so', () => {
    expect(DEADLINE_MS).toBeLessThan(5000)
  })
})
