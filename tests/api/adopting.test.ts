import { afterAll, describe, expect, test } from 'vitest'
import { keys } from '#functions/store/table.ts'
import { adoption } from '#shared/contract/adoption.ts'
import { adopt, NO_CARD, publish, read, readTrace, withdraw } from '#tests/support/cards.ts'
import { etag, fieldsOf, type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, asger, lis, malene, mie, nadia } = await startTown()
afterAll(() => portal.stop())

const putting = (who: Person, id: string, unitId: string, body: unknown, headers = {}) =>
  who.send('PUT', `/initiatives/${id}/adoptions/${unitId}`, body, headers)
const leaving = (who: Person, id: string, unitId: string, headers = {}) =>
  who.send('DELETE', `/initiatives/${id}/adoptions/${unitId}`, undefined, headers)

describe('Lis’s unit adopts Mette’s card', () => {
  test('a stage is enough; the rest has the contract’s defaults', async () => {
    const { id } = await publish(mette)
    const answer = await putting(lis, id, 'oekonomi', { stage: 'considering' })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    const made = adoption.strict().parse(await answer.json())
    expect(made).toEqual({
      initiativeId: id,
      unitId: 'oekonomi',
      areaId: 'stabe',
      stage: 'considering',
      fidelity: 'inspired',
      kept: '',
      changed: '',
      touchesCore: false,
      author: { personId: 'per_lis', name: 'Lis Overgaard', title: 'økonomikonsulent', unitId: 'oekonomi' },
      version: 1,
      createdAt: made.createdAt,
      updatedAt: made.createdAt,
    })
    expect(await read(mette, id)).toMatchObject({
      adoptions: [made],
      counts: { adoptions: 1, inUse: 0, comments: 0, reactions: 0 },
    })
  })

  test('a second PUT is 200 and replaces: what is left out is cleared', async () => {
    const { id } = await publish(mette)
    await adopt(lis, id, 'oekonomi', {
      stage: 'in_use',
      fidelity: 'copy',
      kept: 'Rammen',
      changed: 'Beløbet',
      touchesCore: true,
      startedOn: '2027-01-04',
      outcome: 'works',
      outcomeText: 'Det virker.',
      surprise: 'At det var let.',
      thanks: 'Tak!',
    })
    const answer = await putting(lis, id, 'oekonomi', { stage: 'stopped' })
    expect(answer.status).toBe(200)
    const after = adoption.strict().parse(await answer.json())
    expect(after).toMatchObject({
      stage: 'stopped',
      fidelity: 'inspired',
      kept: '',
      touchesCore: false,
      version: 2,
    })
    for (const field of ['startedOn', 'outcome', 'outcomeText', 'surprise', 'thanks', 'reportedAt'])
      expect(after).not.toHaveProperty(field)
    expect((await read(lis, id)).adoptions).toEqual([after])
  })

  test('the same again changes nothing', async () => {
    const { id } = await publish(mette)
    const made = await adopt(lis, id, 'oekonomi', { kept: 'Rammen' })
    const again = await putting(lis, id, 'oekonomi', { stage: 'trying', kept: ' Rammen ', surprise: '' })
    expect(again.status).toBe(200)
    expect(await again.json()).toEqual(made)
  })

  test('outcome while considering is refused, and so is a body without a stage', async () => {
    const { id } = await publish(mette)
    const early = await refused(
      putting(lis, id, 'oekonomi', { stage: 'considering', outcome: 'works' }),
      'invalid',
    )
    expect(fieldsOf(early)).toEqual({ outcome: 'invalid' })
    expect(fieldsOf(await refused(putting(lis, id, 'oekonomi', {}), 'invalid'))).toEqual({
      stage: 'required',
    })
    const odd = {
      stage: 'forever',
      fidelity: 'x',
      touchesCore: 'ja',
      startedOn: '2026-02-30',
      outcome: 'god',
    }
    expect(Object.keys(fieldsOf(await refused(putting(lis, id, 'oekonomi', odd), 'invalid')))).toEqual([
      'stage',
      'fidelity',
      'touchesCore',
      'startedOn',
      'outcome',
    ])
    expect((await read(lis, id)).adoptions).toEqual([])
  })

  test('reportedAt is the server’s, and moves when the outcome or its text does', async () => {
    const { id } = await publish(mette)
    const body = { stage: 'trying', reportedAt: '2020-01-01T00:00:00Z' }
    expect(await (await putting(lis, id, 'oekonomi', body)).json()).not.toHaveProperty('reportedAt')
    const told = await adopt(lis, id, 'oekonomi', { outcome: 'partly' })
    expect(told.reportedAt).toBe(told.updatedAt)
    const thanked = await adopt(lis, id, 'oekonomi', { outcome: 'partly', thanks: 'Tak!' })
    expect(thanked.reportedAt).toBe(told.reportedAt)
    const explained = await adopt(lis, id, 'oekonomi', { outcome: 'partly', outcomeText: 'Næsten.' })
    expect(explained.reportedAt).toBe(explained.updatedAt)
  })

  test('when a stage was first reached is kept for the figures, and told to nobody', async () => {
    const { id } = await publish(mette)
    const reached = async () => {
      const row = await portal.store.table.get(keys.adoption(id, 'oekonomi'))
      return portal.store.adoptions.parse(row)?.reached
    }
    await adopt(lis, id, 'oekonomi')
    expect(await reached()).toBeUndefined()
    const using = await adopt(lis, id, 'oekonomi', { stage: 'in_use' })
    expect(using).not.toHaveProperty('reached')
    expect(await reached()).toEqual({ in_use: using.updatedAt })
    const stopped = await adopt(lis, id, 'oekonomi', { stage: 'stopped' })
    await adopt(lis, id, 'oekonomi', { stage: 'in_use', kept: 'Det hele.' })
    expect(await reached()).toEqual({ in_use: using.updatedAt, stopped: stopped.updatedAt })
  })

  test('who must be one of the unit’s people, and not of the origin’s', async () => {
    const { id } = await publish(mette)
    await refused(putting(lis, id, 'plejecenter-kildevang', { stage: 'trying' }), 'forbidden')
    await refused(putting(mette, id, 'boernemyndighed', { stage: 'trying' }), 'own_initiative')
    await refused(putting(asger, id, 'boernemyndighed', { stage: 'trying' }), 'own_initiative')
    await refused(putting(nadia, id, 'oekonomi', { stage: 'trying' }), 'unit_required')
    await refused(putting(lis, id, 'no-such-unit', { stage: 'trying' }), 'not_found')
    await refused(putting(lis, id, 'x%00%2F..', { stage: 'trying' }), 'not_found')
    await refused(putting(lis, NO_CARD, 'oekonomi', { stage: 'trying' }), 'not_found')
    await refused(leaving(lis, id, 'plejecenter-kildevang'), 'forbidden')
    await refused(leaving(nadia, id, 'oekonomi'), 'unit_required')
    expect((await read(mette, id)).adoptions).toEqual([])
  })

  test('If-Match is honoured when sent', async () => {
    const { id } = await publish(mette)
    await refused(putting(lis, id, 'oekonomi', { stage: 'trying' }, etag(1)), 'stale')
    await adopt(lis, id, 'oekonomi')
    await refused(putting(lis, id, 'oekonomi', { stage: 'in_use' }, etag(2)), 'stale')
    expect((await putting(lis, id, 'oekonomi', { stage: 'in_use' }, etag(1))).status).toBe(200)
    await refused(leaving(lis, id, 'oekonomi', etag(1)), 'stale')
    expect((await leaving(lis, id, 'oekonomi', etag(2))).status).toBe(204)
  })

  test('leaving is always 204; who comes back is created anew', async () => {
    const { id } = await publish(mette)
    expect((await leaving(lis, id, 'oekonomi')).status).toBe(204)
    await adopt(lis, id, 'oekonomi', { outcome: 'works', kept: 'Rammen' })
    for (let time = 0; time < 2; time++) expect((await leaving(lis, id, 'oekonomi')).status).toBe(204)
    expect(await read(mette, id)).toMatchObject({ adoptions: [], counts: { adoptions: 0 } })
    const answer = await putting(lis, id, 'oekonomi', { stage: 'trying' })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ kept: '', stage: 'trying' })
  })

  test('leaving a card that is gone is 204 all the same', async () => {
    expect((await leaving(lis, NO_CARD, 'oekonomi')).status).toBe(204)
  })

  test('nobody new adopts what is not published', async () => {
    const { id } = await publish(mette)
    await withdraw(mette, id)
    await refused(putting(mette, id, 'boernemyndighed', { stage: 'trying' }), 'own_initiative')
    await refused(putting(lis, id, 'oekonomi', { stage: 'trying' }), 'not_found')
  })

  test('a card of one’s own from it is told on the adoption', async () => {
    const { id } = await publish(mette)
    await adopt(lis, id, 'oekonomi')
    const own = await publish(lis, { origin: { kind: 'adapted', initiativeId: id } })
    expect((await read(mette, id)).adoptions).toMatchObject([{ derivedInitiativeId: own.id }])
  })

  test('what PUT answers is what GET shows', async () => {
    const { id } = await publish(mette)
    await adopt(lis, id, 'oekonomi')
    const shown = async () => (await read(lis, id)).adoptions
    await publish(lis, { origin: { kind: 'adapted', initiativeId: id } })
    const newest = await publish(lis, { origin: { kind: 'copy', initiativeId: id } })
    const same = await adopt(lis, id, 'oekonomi')
    expect(same.derivedInitiativeId).toBe(newest.id)
    expect(await shown()).toEqual([same])
    const changed = await adopt(lis, id, 'oekonomi', { outcome: 'works', outcomeText: 'Det virker.' })
    expect(changed.derivedInitiativeId).toBe(newest.id)
    expect(await shown()).toEqual([changed])
    await leaving(lis, id, 'oekonomi')
    expect(await shown()).toEqual([])
    expect([await adopt(lis, id, 'oekonomi')]).toEqual(await shown())
  })

  test('what is left empty is told apart from what must be chosen', async () => {
    const { id } = await publish(mette)
    const empty = { stage: '', fidelity: '', startedOn: '', outcome: '' }
    expect(fieldsOf(await refused(putting(lis, id, 'oekonomi', empty), 'invalid'))).toEqual({
      stage: 'required',
      fidelity: 'invalid',
      startedOn: 'invalid',
      outcome: 'invalid',
    })
  })
})

describe('Racing', () => {
  test('many units at once give exactly one adoption each, however often each tries', async () => {
    const { id } = await publish(mette)
    const units = [
      [lis, 'oekonomi'],
      [malene, 'plejecenter-kildevang'],
      [mie, 'bibliotekerne'],
    ] as const
    const tries = units.flatMap(unit => Array.from({ length: 8 }, () => unit))
    const answers = await Promise.all(
      tries.map(([who, unitId]) => putting(who, id, unitId, { stage: 'in_use' })),
    )
    expect(answers.filter(answer => answer.status === 201)).toHaveLength(3)
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(21)
    const card = await read(mette, id)
    expect(card.adoptions.map(({ unitId }) => unitId).sort()).toEqual(
      units.map(([, unitId]) => unitId).sort(),
    )
    expect(card.counts).toEqual({ adoptions: 3, inUse: 3, comments: 0, reactions: 0 })
  })

  test('twenty of one unit with different words are all told that it is so', async () => {
    const { id } = await publish(mette)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        lis.send('PUT', `/initiatives/${id}/adoptions/oekonomi`, { stage: 'trying', kept: `Nr. ${i}` }),
      ),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([...Array(19).fill(200), 201])
    expect((await read(mette, id)).counts).toMatchObject({ adoptions: 1 })
  })

  test('two of one unit with different words: the last one’s stand whole', async () => {
    const { id } = await publish(mette)
    await Promise.all([
      putting(lis, id, 'oekonomi', { stage: 'trying', kept: 'A', changed: 'A' }),
      putting(lis, id, 'oekonomi', { stage: 'trying', kept: 'B', changed: 'B' }),
    ])
    const [after] = (await read(mette, id)).adoptions
    expect(after?.version).toBe(2)
    expect(after?.kept).toBe(after?.changed)
  })
})

describe('A card that was taken back', () => {
  test('remains for its adopters as a trace with the unit’s sentence and their own adoption', async () => {
    const { id } = await publish(mette)
    const mine = await adopt(lis, id, 'oekonomi', { kept: 'Rammen' })
    await adopt(malene, id, 'plejecenter-kildevang')
    const { withdrawnAt } = await withdraw(mette, id, 'Vi stopper.')
    expect(await readTrace(lis, id)).toEqual({
      id,
      status: 'withdrawn',
      unitId: 'boernemyndighed',
      areaId: 'boern-familie',
      withdrawnReason: 'Vi stopper.',
      withdrawnAt,
      adoptions: [mine],
    })
    const list = await lis.send('GET', `/initiatives/${id}/adoptions`)
    expect(await list.json()).toEqual({ items: [mine] })
    await refused(lis.send('GET', `/initiatives/${id}/comments`), 'not_found')
    await refused(mie.send('GET', `/initiatives/${id}`), 'not_found')
  })

  test('its adopters may still tell, and leave; nothing new comes on it', async () => {
    const { id } = await publish(mette)
    await adopt(lis, id, 'oekonomi')
    await adopt(malene, id, 'plejecenter-kildevang')
    await withdraw(mette, id)
    expect(await adopt(lis, id, 'oekonomi', { outcome: 'works' })).toMatchObject({ outcome: 'works' })
    await refused(
      lis.send('POST', `/initiatives/${id}/comments`, { kind: 'thanks', text: 'Tak' }),
      'not_published',
    )
    await refused(lis.send('PUT', `/initiatives/${id}/reactions/me`), 'not_published')
    await refused(
      mette.send('POST', `/initiatives/${id}/comments`, { kind: 'thanks', text: 'Tak' }),
      'not_published',
    )
    expect((await leaving(malene, id, 'plejecenter-kildevang')).status).toBe(204)
    await refused(malene.send('GET', `/initiatives/${id}`), 'not_found')
    await refused(putting(malene, id, 'plejecenter-kildevang', { stage: 'trying' }), 'not_found')
  })

  test('remains for those in its lineage, both ways', async () => {
    const origin = await publish(mette)
    const derived = await publish(lis, { origin: { kind: 'adapted', initiativeId: origin.id } })
    await portal.pump.flush()
    await withdraw(mette, origin.id)
    await withdraw(lis, derived.id)
    expect(await readTrace(lis, origin.id)).toMatchObject({ status: 'withdrawn', adoptions: [] })
    expect(await readTrace(mette, derived.id)).toMatchObject({ status: 'withdrawn', adoptions: [] })
    await refused(mie.send('GET', `/initiatives/${derived.id}`), 'not_found')
    await refused(putting(mette, derived.id, 'boernemyndighed', { stage: 'trying' }), 'not_published')
  })

  test('that was narrowed is a trace without a reason for adopters now outside', async () => {
    const { id } = await publish(mette)
    const mine = await adopt(lis, id, 'oekonomi')
    await mette.send('PATCH', `/initiatives/${id}`, { visibility: 'unit' }, etag(1))
    expect(await readTrace(lis, id)).toEqual({
      id,
      status: 'published',
      unitId: 'boernemyndighed',
      areaId: 'boern-familie',
      adoptions: [mine],
    })
    expect((await putting(lis, id, 'oekonomi', { stage: 'in_use' })).status).toBe(200)
    await refused(
      lis.send('POST', `/initiatives/${id}/comments`, { kind: 'thanks', text: 'Tak' }),
      'not_published',
    )
    await refused(mie.send('GET', `/initiatives/${id}`), 'not_found')
    expect((await read(mette, id)).counts).toMatchObject({ adoptions: 1, inUse: 1 })
  })
})
