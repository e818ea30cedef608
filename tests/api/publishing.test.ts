import { afterAll, describe, expect, test } from 'vitest'
import { initiative } from '#shared/contract/initiative.ts'
import { type CardInput, draft, five, make, publish, read, withdraw } from '#tests/support/cards.ts'
import { etag, fieldsOf, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, asger, lis, sofie } = await startTown()
afterAll(() => portal.stop())

describe('Mette publishes a card', () => {
  test('five things are enough, and the rest has the contract’s defaults', async () => {
    const answer = await mette.api.initiatives.$post({ json: { ...five, status: 'published' } })
    const card = initiative.strict().parse(await answer.json())
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`/api/v1/initiatives/${card.id}`)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(card).toEqual({
      ...five,
      id: card.id,
      status: 'published',
      visibility: 'organisation',
      version: 1,
      unitId: 'boernemyndighed',
      areaId: 'boern-familie',
      stage: 'in_use',
      contact: 'Børne- og Ungemyndighed',
      core: [],
      adaptable: [],
      themes: [],
      keywords: [],
      questions: [],
      counts: { comments: 0, adoptions: 0, inUse: 0, reactions: 0 },
      author: {
        personId: 'per_mette',
        name: 'Mette Balslev',
        title: 'teamleder',
        unitId: 'boernemyndighed',
      },
      createdAt: card.createdAt,
      updatedAt: card.createdAt,
      publishedAt: card.createdAt,
    })
  })

  test.each([
    ['works', 'in_use'],
    ['partly', 'trying'],
    ['too_early', 'trying'],
    ['did_not_work', 'stopped'],
  ] as const)('%s: the origin stands at %s unless it says otherwise', async (experience, stage) => {
    expect((await publish(mette, { experience })).stage).toBe(stage)
    expect((await publish(mette, { experience, stage: 'idea' })).stage).toBe('idea')
  })

  test.each(['title', 'summary', 'challenge', 'action', 'experience'] as const)(
    'without %s it is not published, and the answer names it',
    async field => {
      const { [field]: _, ...others } = five
      const problem = await refused(
        mette.send('POST', '/initiatives', { ...others, status: 'published' }),
        'invalid',
      )
      expect(fieldsOf(problem)).toEqual({ [field]: 'required' })
    },
  )

  test('a blank text is no text', async () => {
    const problem = await refused(
      mette.send('POST', '/initiatives', { ...five, title: ' \u200b\n', status: 'published' }),
      'invalid',
    )
    expect(fieldsOf(problem)).toEqual({ title: 'required' })
  })

  test('a card can say everything, and reads as it was written', async () => {
    const everything = {
      contact: 'Mette, lokal 12',
      stage: 'trying',
      core: ['En ramme på én side', 'Sparring'],
      adaptable: ['Beløbet'],
      requirements: { time: 'To møder', money: 'Ingen', permission: 'Direktøren' },
      discretion: 'director',
      effect: { text: 'Fra 28 til 11 sager.', evidence: 'before-after' },
      lessons: 'Begynd med de små.',
      fits: 'Hvor svaret er ja.',
      doesNotFit: 'Indgribende sager.',
      removed: { what: 'Et skema på fire sider', owner: 'Os selv' },
      origin: { kind: 'adapted', text: 'Set i en nabokommune' },
      themes: ['kurs', 'afbureaukratisering'],
      keywords: ['visitation'],
      questions: ['Hvad siger vi altid ja til?'],
    } satisfies CardInput
    const { id } = await publish(mette, { ...everything, visibility: 'area' })
    const card = await read(asger, id)
    expect(card).toMatchObject({ ...everything, visibility: 'area' })
    expect(card).toMatchObject({ adoptions: [], comments: { items: [] }, lineage: { derived: [] } })
  })
})

const publishing = (who: typeof mette, id: string, headers = {}) =>
  who.send('POST', `/initiatives/${id}/publish`, undefined, headers)
const withdrawing = (who: typeof mette, id: string, body: unknown, headers = {}) =>
  who.send('POST', `/initiatives/${id}/withdraw`, body, headers)

describe('A draft', () => {
  test('may be empty, and says nothing that nobody wrote', async () => {
    const card = await make(mette, {})
    expect(card).toMatchObject({ status: 'draft', visibility: 'organisation', core: [], version: 1 })
    for (const field of ['title', 'contact', 'stage', 'experience', 'publishedAt'])
      expect(card).not.toHaveProperty(field)
  })

  test('null is the same as left out', async () => {
    const card = await make(mette, {
      title: null,
      core: null,
      experience: null,
      status: null,
      visibility: null,
    })
    expect(card).toMatchObject({ status: 'draft', visibility: 'organisation', core: [] })
    expect(card).not.toHaveProperty('title')
  })

  test('is published by a colleague of the unit; again changes nothing', async () => {
    const { id } = await draft(mette)
    const first = await publishing(asger, id)
    const card = initiative.parse(await first.json())
    expect(card).toMatchObject({ status: 'published', version: 2, contact: 'Børne- og Ungemyndighed' })
    expect(first.headers.get('etag')).toBe('"2"')
    const again = await publishing(mette, id, etag(1))
    expect(again.status).toBe(200)
    expect(initiative.parse(await again.json())).toEqual(card)
  })

  test('that lacks something is not published, whatever version was seen last', async () => {
    const { id } = await make(mette, { title: 'Kun en titel' })
    const problem = await refused(publishing(mette, id), 'invalid')
    expect(Object.keys(fieldsOf(problem))).toEqual(['summary', 'challenge', 'action', 'experience'])
    await refused(publishing(mette, id, etag(7)), 'stale')
    expect((await read(mette, id)).status).toBe('draft')
  })

  test('cannot be withdrawn', async () => {
    const { id } = await draft(mette)
    await refused(withdrawing(mette, id, { reason: 'Nej' }), 'not_published')
  })

  test('is deleted by its unit, and is gone', async () => {
    const { id } = await draft(mette)
    await refused(mette.send('DELETE', `/initiatives/${id}`, undefined, etag(9)), 'stale')
    expect((await mette.send('DELETE', `/initiatives/${id}`, undefined, etag(1))).status).toBe(204)
    await refused(mette.send('GET', `/initiatives/${id}`), 'not_found')
    await refused(publishing(mette, id), 'not_found')
  })
})

describe('A published card', () => {
  test('is withdrawn with a sentence; the same again changes nothing, another is a conflict', async () => {
    const { id } = await publish(mette)
    await refused(withdrawing(mette, id, {}), 'invalid')
    await refused(withdrawing(mette, id, { reason: '  ' }), 'invalid')
    await refused(withdrawing(mette, id, { reason: 'Vi stopper.' }, etag(4)), 'stale')
    const card = await withdraw(mette, id, 'Vi stopper.')
    expect(card).toMatchObject({ status: 'withdrawn', version: 2, withdrawnReason: 'Vi stopper.' })
    expect(card.withdrawnAt).toBe(card.updatedAt)
    expect(await withdraw(asger, id, 'Vi stopper.')).toEqual(card)
    await refused(withdrawing(mette, id, { reason: 'Noget andet.' }), 'conflict')
  })

  test('that was withdrawn can be published again, not patched', async () => {
    const card = await publish(mette)
    await withdraw(mette, card.id)
    await refused(mette.send('PATCH', `/initiatives/${card.id}`, { title: 'Ny' }, etag(2)), 'not_editable')
    await refused(mette.send('PATCH', `/initiatives/${card.id}`, { title: 'Ny' }), 'not_editable')
    const again = initiative.strict().parse(await (await publishing(mette, card.id)).json())
    expect(again).toEqual({
      ...card,
      version: 3,
      updatedAt: again.updatedAt,
    })
  })

  test('is not for others to publish, withdraw, edit or delete', async () => {
    const { id } = await publish(mette)
    await refused(publishing(lis, id), 'forbidden')
    await refused(withdrawing(lis, id, { reason: 'Nej' }), 'forbidden')
    await refused(lis.send('DELETE', `/initiatives/${id}`), 'forbidden')
    await refused(lis.send('PATCH', `/initiatives/${id}`, { title: 'Ny' }, etag(1)), 'forbidden')
    expect(await read(lis, id)).toMatchObject({ status: 'published', version: 1 })
  })

  test('is not deleted by its own unit; a moderator withdraws it, and deletes it for good', async () => {
    const { id } = await publish(mette, { visibility: 'unit' })
    await refused(mette.send('DELETE', `/initiatives/${id}`), 'forbidden')
    await refused(sofie.send('PATCH', `/initiatives/${id}`, { title: 'Ny' }, etag(1)), 'forbidden')
    expect(await withdraw(sofie, id, 'Navne hører ikke hjemme her.')).toMatchObject({ status: 'withdrawn' })
    await refused(publishing(sofie, id), 'forbidden')
    await refused(mette.send('DELETE', `/initiatives/${id}`), 'forbidden')
    expect((await sofie.send('DELETE', `/initiatives/${id}`)).status).toBe(204)
    await refused(mette.send('GET', `/initiatives/${id}`), 'not_found')
    await refused(sofie.send('GET', `/initiatives/${id}`), 'not_found')
  })
})
