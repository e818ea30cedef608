import { afterAll, describe, expect, test } from 'vitest'
import { organisation } from '#shared/contract/organisation.ts'
import { person } from '#shared/contract/person.ts'
import { session } from '#shared/contract/session.ts'
import { taxonomy } from '#shared/contract/taxonomy.ts'
import { adopt, draft, edit, five, publish, read, say } from '#tests/support/cards.ts'
import { etag, fieldsOf, type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, sofie, birthe, nadia, aase } = await startTown()
afterAll(() => portal.stop())

const me = async (who: Person) => person.strict().parse(await (await who.send('GET', '/me')).json())
const choosing = (who: Person, unitId: unknown, headers = {}) => who.send('PATCH', '/me', { unitId }, headers)

describe('Who one is', () => {
  test('is as sign-in has it, with today’s area', async () => {
    expect(await me(mette)).toEqual({
      id: 'per_mette',
      name: 'Mette Balslev',
      title: 'teamleder',
      unitId: 'boernemyndighed',
      areaId: 'boern-familie',
      roles: ['employee'],
      preferences: {},
      choosesUnit: false,
    })
    expect((await me(sofie)).roles).toEqual(['employee', 'moderator'])
    expect((await me(birthe)).roles).toEqual(['employee', 'director'])
  })

  test('preferences are kept, and all else in the body is passed over', async () => {
    const read = await lis.send('GET', '/me')
    const before = person.parse(await read.json())
    const seen = read.headers.get('etag') ?? ''
    const body = { preferences: { theme: 'dark', x: 1 }, name: 'Kong Lis', roles: ['moderator'], id: 'per_x' }
    const answer = await lis.send('PATCH', '/me', body, { 'if-match': seen })
    expect(await answer.json()).toEqual({ ...before, preferences: { theme: 'dark' } })
    expect(answer.headers.get('etag')).not.toBe(seen)
    expect(await me(lis)).toEqual({ ...before, preferences: { theme: 'dark' } })
    const again = await lis.send('PATCH', '/me', { preferences: { theme: 'dark' } })
    expect(again.headers.get('etag')).toBe(answer.headers.get('etag'))
    await refused(lis.send('PATCH', '/me', { preferences: {} }, { 'if-match': seen }), 'stale')
    await refused(lis.send('PATCH', '/me', { preferences: { theme: 'pink' } }), 'invalid')
  })

  test('the organisation and the taxonomy are everybody’s, one by one or in one answer', async () => {
    const areas = organisation.strict().parse(await (await nadia.send('GET', '/organisation')).json())
    expect(areas.areas).toHaveLength(8)
    expect(areas.areas.flatMap(area => area.units)).toHaveLength(59)
    const themes = taxonomy.strict().parse(await (await nadia.send('GET', '/taxonomy')).json())
    expect(themes.groups.map(group => group.id)).toEqual(['opgaver', 'kkc', 'forenkling', 'aktoerskab'])
    const all = session.strict().parse(await (await nadia.send('GET', '/session')).json())
    expect(all).toEqual({ person: await me(nadia), organisation: areas, taxonomy: themes })
  })
})

describe('Without a unit', () => {
  test('Nadia reads as the organisation does, and every write asks for a unit', async () => {
    const card = await publish(mette)
    const narrow = await publish(mette, { visibility: 'area' })
    expect(await me(nadia)).toMatchObject({ choosesUnit: true })
    expect(await me(nadia)).not.toHaveProperty('unitId')
    expect(await read(nadia, card.id)).toMatchObject({ title: five.title })
    await refused(nadia.send('GET', `/initiatives/${narrow.id}`), 'not_found')
    const { id: commentId } = await say(lis, card.id, 'Hvordan?')
    const path = `/initiatives/${card.id}`
    const writes = [
      ['POST', '/initiatives', five],
      ['PATCH', path, { title: 'Ny' }],
      ['POST', `${path}/publish`],
      ['POST', `${path}/withdraw`, { reason: 'Nej' }],
      ['DELETE', path],
      ['POST', `${path}/comments`, { kind: 'thanks', text: 'Tak' }],
      ['PATCH', `${path}/comments/${commentId}`, { text: 'Nej' }],
      ['DELETE', `${path}/comments/${commentId}`],
      ['PUT', `${path}/adoptions/traening`, { stage: 'trying' }],
      ['DELETE', `${path}/adoptions/traening`],
      ['PUT', `${path}/reactions/me`],
      ['DELETE', `${path}/reactions/me`],
      ['PUT', `${path}/spotlight`, { reason: 'Se' }],
      ['DELETE', `${path}/spotlight`],
    ] as const
    for (const [method, target, body] of writes) {
      await refused(nadia.send(method, target, body), 'unit_required')
      await refused(aase.send(method, target, body), 'unit_required')
    }
    expect((await nadia.send('PATCH', '/me', { preferences: { mail: false } })).status).toBe(200)
  })

  test('a unit that the organisation no longer has is none: Åse may choose too', async () => {
    expect(await me(aase)).toMatchObject({ name: 'Åse Ørum', choosesUnit: true })
    expect(await me(aase)).not.toHaveProperty('unitId')
    expect((await choosing(aase, 'ejendomsdrift')).status).toBe(200)
  })

  test('who has a unit from sign-in does not choose', async () => {
    await refused(choosing(mette, 'oekonomi'), 'unit_from_sign_in')
    await refused(choosing(mette, 'no-such-unit'), 'unit_from_sign_in')
    expect((await me(mette)).unitId).toBe('boernemyndighed')
  })
})

describe('Nadia chooses a unit, once', () => {
  test('a known one; until it is confirmed she writes, but sees what all see and what she made', async () => {
    const drafted = await draft(mette)
    const narrow = await publish(mette, { visibility: 'unit' })
    const area = await publish(mette, { visibility: 'area' })
    const open = await publish(mette)
    for (const unitId of ['no-such-unit', '', null, 7])
      expect(fieldsOf(await refused(choosing(nadia, unitId), 'invalid'))).toHaveProperty('unitId')
    await refused(choosing(nadia, 'boernemyndighed', etag(99)), 'stale')

    const answer = await choosing(nadia, 'boernemyndighed')
    const chosen = person.strict().parse(await answer.json())
    expect(chosen).toMatchObject({
      unitId: 'boernemyndighed',
      areaId: 'boern-familie',
      choosesUnit: false,
      unitUnconfirmed: true,
    })
    expect(await me(nadia)).toEqual(chosen)
    await refused(choosing(nadia, 'oekonomi'), 'unit_chosen')
    await refused(choosing(nadia, 'boernemyndighed'), 'unit_chosen')

    for (const { id } of [drafted, narrow, area]) {
      await refused(nadia.send('GET', `/initiatives/${id}`), 'not_found')
      await refused(nadia.send('PATCH', `/initiatives/${id}`, { title: 'Ny' }, etag(1)), 'not_found')
    }
    const own = await draft(nadia)
    expect(own.unitId).toBe('boernemyndighed')
    expect(await edit(nadia, own.id, { title: 'Min' })).toMatchObject({ title: 'Min' })
    expect(await edit(nadia, open.id, { title: 'Vores' })).toMatchObject({ title: 'Vores' })
    const theirs = await publish(lis)
    expect(await adopt(nadia, theirs.id, 'boernemyndighed')).toMatchObject({ unitId: 'boernemyndighed' })
  })

  test('a moderator confirms it, or resets it; nobody else does', async () => {
    const narrow = await publish(mette, { visibility: 'unit' })
    const confirm = (who: Person, id: string, unitId: string) =>
      who.send('PUT', `/persons/${id}/unit`, { unitId })
    const reset = (who: Person, id: string) => who.send('DELETE', `/persons/${id}/unit`)
    await refused(confirm(mette, 'per_nadia', 'boernemyndighed'), 'forbidden')
    await refused(reset(nadia, 'per_nadia'), 'forbidden')
    await refused(confirm(sofie, 'per_nadia', 'oekonomi'), 'conflict')
    await refused(confirm(sofie, 'per_nobody', 'oekonomi'), 'not_found')
    await refused(confirm(sofie, 'x', 'oekonomi'), 'not_found')
    expect((await confirm(sofie, 'per_nadia', 'boernemyndighed')).status).toBe(204)
    expect(await read(nadia, narrow.id)).toMatchObject({ visibility: 'unit' })
    expect(await me(nadia)).not.toHaveProperty('unitUnconfirmed')
    await refused(choosing(nadia, 'oekonomi'), 'unit_chosen')

    const made = await draft(nadia)
    expect((await reset(sofie, 'per_nadia')).status).toBe(204)
    expect(await me(nadia)).toMatchObject({ choosesUnit: true })
    await refused(nadia.send('GET', `/initiatives/${made.id}`), 'not_found')
    expect((await choosing(nadia, 'traening')).status).toBe(200)
    expect(await me(nadia)).toMatchObject({ unitId: 'traening', unitUnconfirmed: true })
    expect((await read(mette, made.id)).unitId).toBe('boernemyndighed')
  })

  test('of two choices at once one counts', async () => {
    await sofie.send('DELETE', '/persons/per_aase/unit')
    const answers = await Promise.all([choosing(aase, 'oekonomi'), choosing(aase, 'traening')])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  })
})
