import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createReplica } from '#functions/catalogue/replica/replica.ts'
import { unpack } from '#functions/catalogue/snapshot/pack.ts'
import { retain } from '#functions/jobs/retention.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import type { LogFields, Logger } from '#functions/platform/logger.ts'
import { newSession } from '#functions/session/cookie-session.ts'
import { createStore } from '#functions/store/store.ts'
import { keys } from '#functions/store/table.ts'
import { myData } from '#shared/contract/my-data.ts'
import { publish, read } from '#tests/support/cards.ts'
import { setClock } from '#tests/support/clock.ts'
import { refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

type Town = Awaited<ReturnType<typeof startTown>>
let town: Town
const lines: string[] = []
const line = (event: string, fields?: LogFields) => void lines.push(JSON.stringify([event, fields]))
const logger: Logger = { info: line, error: line }

beforeAll(async () => {
  town = await startTown({ logger })
})
afterAll(() => town.portal.stop())

const everything = async (): Promise<string> => {
  const pages: string[] = []
  for await (const rows of town.portal.store.personal.everything()) pages.push(JSON.stringify(rows))
  return pages.join('')
}

describe('GET /me/data', () => {
  test('holds everything one did, and nothing that opens a session', async () => {
    const { lis, mette } = town
    const card = await publish(mette)
    const own = await publish(lis, { title: 'Ét skema' })
    const path = `/initiatives/${card.id}`
    await lis.send('PUT', `${path}/adoptions/oekonomi`, { stage: 'trying', kept: 'Alt' })
    await lis.send('POST', `${path}/comments`, { kind: 'question', text: 'Hvor længe?' })
    await lis.send('PUT', `${path}/reactions/me`)
    await lis.send('POST', `${path}/reports`, { reason: 'Et navn for meget.' })
    const response = await lis.send('GET', '/me/data')
    expect(response.headers.get('content-disposition')).toContain('mine-data.json')
    const mine = myData.parse(await response.json())
    expect(mine.person).toMatchObject({ name: 'Lis Overgaard', title: 'økonomikonsulent' })
    expect(mine.initiatives).toContainEqual(expect.objectContaining({ id: own.id }))
    expect(mine.adoptions).toContainEqual(expect.objectContaining({ initiativeId: card.id, kept: 'Alt' }))
    expect(mine.comments).toContainEqual(expect.objectContaining({ text: 'Hvor længe?' }))
    expect(mine.reactions).toContainEqual(expect.objectContaining({ initiativeId: card.id }))
    expect(mine.reports).toContainEqual(expect.objectContaining({ reason: 'Et navn for meget.' }))
    expect(mine.rates).toContainEqual(expect.objectContaining({ what: 'writes' }))
    expect(JSON.stringify(mine)).not.toMatch(/refresh|writeId|"pk"/)
  })

  test('is of oneself alone', async () => {
    const { lis, asger } = town
    await publish(lis, { title: 'Kun Lis skrev det' })
    const theirs = await (await asger.send('GET', '/me/data')).text()
    expect(theirs).not.toContain('Kun Lis skrev det')
    expect(theirs).not.toContain('Lis Overgaard')
  })
})

describe('Erasing a person who left', () => {
  const NAME = 'Malene Toftdahl-Brandt'

  test('the name is nowhere: not in the table, the lists, the export, the logs; the texts stay, by role and unit', async () => {
    const { malene, mette, sofie, susanne, portal } = town
    const row = await portal.store.persons.find(malene.id)
    if (!row) throw new Error('Malene is not there')
    const { v, version, writeId, changedAt, ...kept } = row
    await portal.store.persons.write({ ...kept, name: NAME }, version, newWriteId())

    const card = await publish(malene, { title: 'Sporbart greb', contact: `${NAME}, tlf. 8959` })
    const draft = await (await malene.send('POST', '/initiatives', { title: `Fra ${NAME}` })).json()
    const other = await publish(mette, { lessons: `Tak til ${NAME.toUpperCase()} for sparring.` })
    const path = `/initiatives/${other.id}`
    await malene.send('POST', `${path}/comments`, { kind: 'experience', text: `Hilsen ${NAME}` })
    await malene.send('PUT', `${path}/adoptions/plejecenter-kildevang`, {
      stage: 'trying',
      thanks: `Tak, ${NAME}`,
    })
    await susanne.send('POST', `${path}/reports`, { reason: `${NAME} skriver for langt.` })
    expect(await everything()).toContain(NAME)

    // What an instance leaves for those to come is packed: a scan of the table does not read it.
    const clock = setClock()
    const replica = createReplica({ clock: clock.now, ...portal.store })
    const left = async () => {
      await replica.save(await portal.store.organisations.today())
      const bytes = await portal.store.snapshots.get()
      return JSON.stringify(bytes && (await unpack(bytes)))
    }
    expect(await left()).toContain('toftdahl')

    expect((await sofie.send('DELETE', `/persons/${malene.id}`)).status).toBe(204)
    await portal.pump.flush()
    await portal.pump.flush()

    expect(lines).toEqual([])
    const isThere = /Malene\s+Toftdahl-Brandt/iu
    clock.advance(30 * 1000)
    const isLeft = /toftdahl/iu
    expect(isLeft.test(await left())).toBe(false)
    // The one before it goes with the next: there are two places, and one item that names the newest.
    expect(isLeft.test(await left())).toBe(false)
    expect((await everything()).match(/"kind":"snapshot"/g)).toHaveLength(3)
    expect(isThere.test(await everything())).toBe(false)
    const seen = async () => {
      const paths = [
        '/catalogue?limit=100',
        `${path}`,
        '/moderation/reports',
        '/moderation/trail',
        '/export/initiatives.csv',
        '/me/data',
      ]
      const answers = await Promise.all(paths.map(async one => (await sofie.send('GET', one)).text()))
      return answers.join()
    }
    await expect.poll(async () => isThere.test(await seen()), { timeout: 5000 }).toBe(false)
    expect(isThere.test(lines.join())).toBe(false)

    const page = await read(mette, other.id)
    expect(page.comments.items[0]).toMatchObject({
      text: 'Hilsen tidligere medarbejder',
      author: { name: 'Tidligere medarbejder', title: expect.any(String), unitId: expect.any(String) },
    })
    const stays = await read(sofie, card.id)
    expect(stays.title).toBe('Sporbart greb')
    expect(stays.contact).not.toBe('')
    expect((await read(susanne, card.id)).author.name).toBe('Tidligere medarbejder')
    expect(draft.id).toBeDefined()
  })

  test('their tokens open nothing more', async () => {
    await refused(town.malene.send('GET', '/me'), 'unauthenticated')
  })

  test('who has the same name keeps it: their profile and their session are theirs', async () => {
    const { sofie, portal } = town
    const { persons, sessions } = portal.store
    const name = 'Bodil Havgaard-Kjær'
    const profile = {
      kind: 'person' as const,
      name,
      title: `Afløser for ${name}`,
      roles: [],
      preferences: {},
    }
    for (const id of ['per_bodil', 'per_navnesoester'])
      await persons.write({ ...keys.person(id), ...profile, id }, undefined, newWriteId())
    const now = portal.store.table.clock()
    const session = newSession('per_navnesoester', { name, roles: ['employee'] }, now)
    await sessions.write('navnesoester', session, undefined, newWriteId())
    const before = [await persons.find('per_navnesoester'), await sessions.find('navnesoester')]
    expect((await sofie.send('DELETE', '/persons/per_bodil')).status).toBe(204)
    await portal.pump.flush()
    await portal.pump.flush()
    expect(await persons.find('per_bodil')).toMatchObject({ deleted: true, name: '' })
    expect([await persons.find('per_navnesoester'), await sessions.find('navnesoester')]).toEqual(before)
  })

  test('only a moderator erases, and not themselves', async () => {
    const { birthe, sofie, lis } = town
    await refused(birthe.send('DELETE', `/persons/${lis.id}`), 'forbidden')
    await refused(sofie.send('DELETE', `/persons/${sofie.id}`), 'forbidden')
    await refused(sofie.send('DELETE', '/persons/per_nobody'), 'not_found')
  })
})

describe('Retention', () => {
  const DAY = 24 * 60 * 60 * 1000

  test('who has not signed in for as long as configured is erased; who has, stays', async () => {
    const { portal, mie, torben } = town
    const old = await portal.store.persons.find(torben.id)
    if (!old) throw new Error('Torben is not there')
    const { v, version, writeId, changedAt, ...kept } = old
    await portal.store.persons.write({ ...kept, seenIn: '2024-01' }, version, newWriteId())
    const now = portal.store.table.clock()
    const done = await retain(portal.store, now, { personDays: 400, moderationDays: 730 })
    expect(done.persons).toBe(1)
    expect(await portal.store.persons.find(torben.id)).toMatchObject({ deleted: true, name: '' })
    expect((await portal.store.persons.find(mie.id))?.deleted).toBeUndefined()
  })

  test('who was kept out stays so, however long they have not signed in', async () => {
    const { portal, sofie, asger } = town
    const block = `/persons/${asger.id}/block`
    expect((await sofie.send('PUT', block, { reason: 'Kontoen er lånt ud.' })).status).toBe(204)
    const row = await portal.store.persons.find(asger.id)
    if (!row) throw new Error('Asger is not there')
    const { v, version, writeId, changedAt, ...kept } = row
    await portal.store.persons.write({ ...kept, seenIn: '2024-01' }, version, newWriteId())
    const now = portal.store.table.clock()
    await retain(portal.store, now, { personDays: 400, moderationDays: 730 })
    expect(await portal.store.persons.find(asger.id)).toMatchObject({ blockedAt: row.blockedAt })
    await refused(asger.send('GET', '/me'), 'unauthenticated')
    expect((await sofie.send('DELETE', block)).status).toBe(204)
  })

  test('what moderators did long ago is forgotten', async () => {
    const { portal } = town
    await portal.pump.flush()
    const future = portal.store.table.clock() + 800 * DAY
    const later = createStore(portal.client, portal.config.tableName, () => future)
    const done = await retain(later, future, { personDays: 4000, moderationDays: 730 })
    expect(done.entries).toBeGreaterThan(0)
    expect(await later.moderation.trail(10)).toEqual([])
    expect(await later.table.get(keys.organisation())).toBeDefined()
  })
})
