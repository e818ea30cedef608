import { afterAll, describe, expect, test } from 'vitest'
import { initiative } from '#shared/contract/initiative.ts'
import { draft, edit, five, make, NO_CARD, publish, read, say } from '#tests/support/cards.ts'
import { etag, fieldsOf, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, asger, lis, birthe } = await startTown()
afterAll(() => portal.stop())

const patching = (who: typeof mette, id: string, body: unknown, headers = {}) =>
  who.send('PATCH', `/initiatives/${id}`, body, headers)

describe('Nobody overwrites unseen', () => {
  test('a PATCH says which version it edits; `*` says nothing', async () => {
    const { id } = await draft(mette)
    await refused(patching(mette, id, { title: 'Ny' }), 'if_match_required')
    await refused(patching(mette, id, { title: 'Ny' }, { 'if-match': '*' }), 'if_match_required')
    const answer = await patching(mette, id, { title: 'Ny' }, etag(1))
    expect(answer.headers.get('etag')).toBe('"2"')
    expect(initiative.parse(await answer.json())).toMatchObject({ title: 'Ny', version: 2 })
  })

  test.each(['"7"', 'W/"1"', '1', '"1', 'noget', '""'])('If-Match %s is no version of it', async tag => {
    const { id } = await draft(mette)
    await refused(patching(mette, id, { title: 'Ny' }, { 'if-match': tag }), 'stale')
    expect((await read(mette, id)).title).toBe(five.title)
  })

  test('one of several versions will do (RFC 9110)', async () => {
    const { id } = await draft(mette)
    expect((await patching(mette, id, { title: 'Ny' }, { 'if-match': '"7", "1"' })).status).toBe(200)
  })

  test('of two who saw the same version one wins, and the other hears of it', async () => {
    const { id } = await draft(mette)
    const answers = await Promise.all([
      patching(mette, id, { title: 'Mettes' }, etag(1)),
      patching(asger, id, { title: 'Asgers' }, etag(1)),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 412])
    const winner = answers[0].status === 200 ? 'Mettes' : 'Asgers'
    expect(await read(mette, id)).toMatchObject({ title: winner, version: 2 })
  })

  test('an edit that changes nothing moves nothing', async () => {
    const { id, updatedAt } = await draft(mette)
    const answer = await patching(mette, id, { title: ` ${five.title} ` }, etag(1))
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(await read(mette, id)).toMatchObject({ version: 1, updatedAt })
  })

  test('comments, adoptions, reactions and spotlights do not move a card’s version', async () => {
    const { id } = await publish(mette)
    await say(lis, id, 'Hvordan?')
    await lis.send('PUT', `/initiatives/${id}/adoptions/oekonomi`, { stage: 'trying' })
    await lis.send('PUT', `/initiatives/${id}/reactions/me`)
    await birthe.send('PUT', `/initiatives/${id}/spotlight`, { reason: 'Se her.' })
    const answer = await mette.send('GET', `/initiatives/${id}`)
    expect(answer.headers.get('etag')).toBe('"1"')
  })
})

describe('Each field sent is replaced whole', () => {
  test('null clears it, blank clears it, what is not sent stays', async () => {
    const { id } = await draft(mette, {
      contact: 'Mette',
      lessons: 'Begynd småt.',
      core: ['En', 'To'],
      requirements: { time: 'Et møde', money: 'Ingen' },
      effect: { text: 'Færre sager', evidence: 'counted' },
      removed: { what: 'Et skema' },
      discretion: 'unit',
    })
    const card = await edit(mette, id, {
      contact: null,
      lessons: ' ',
      core: ['Tre'],
      requirements: { permission: 'Lederen' },
      effect: null,
      removed: null,
    })
    expect(card).toMatchObject({
      ...five,
      core: ['Tre'],
      requirements: { permission: 'Lederen' },
      discretion: 'unit',
    })
    for (const field of ['contact', 'lessons', 'effect', 'removed']) expect(card).not.toHaveProperty(field)
    expect((await edit(mette, id, { core: null, discretion: null, requirements: {} })).core).toEqual([])
    const after = await read(mette, id)
    for (const field of ['discretion', 'requirements']) expect(after).not.toHaveProperty(field)
  })

  test('cleared, a published card’s contact and stage are the defaults again', async () => {
    const { id } = await publish(mette, { contact: 'Mette', stage: 'idea' })
    expect(await edit(mette, id, { contact: null, stage: null })).toMatchObject({
      contact: 'Børne- og Ungemyndighed',
      stage: 'in_use',
    })
  })

  test.each(['title', 'summary', 'challenge', 'action', 'experience'])(
    'a published card keeps its %s; a draft may lose it',
    async field => {
      const out = await publish(mette)
      const problem = await refused(patching(mette, out.id, { [field]: null }, etag(1)), 'invalid')
      expect(fieldsOf(problem)).toEqual({ [field]: 'required' })
      const { id } = await draft(mette)
      expect(await edit(mette, id, { [field]: null })).not.toHaveProperty(field)
    },
  )

  test('visibility is edited like a field, and cannot be cleared', async () => {
    const { id } = await publish(mette)
    expect(await edit(mette, id, { visibility: 'public' })).toMatchObject({
      visibility: 'public',
      version: 2,
    })
    await refused(patching(mette, id, { visibility: null }, etag(2)), 'invalid')
  })

  test('status is not edited: publishing and withdrawing are acts of their own', async () => {
    const { id } = await draft(mette)
    expect(await edit(mette, id, { status: 'published', title: 'Ny' })).toMatchObject({ status: 'draft' })
  })
})

describe('What a card was made from', () => {
  test('is told at POST, must be visible to the writer, and stays', async () => {
    const origin = await publish(mette)
    const other = await publish(mette)
    const made = await publish(lis, {
      origin: { kind: 'adapted', initiativeId: origin.id, text: 'Fra Mette' },
    })
    expect(made.origin).toEqual({ kind: 'adapted', initiativeId: origin.id, text: 'Fra Mette' })
    const patched = await edit(lis, made.id, { origin: { kind: 'copy', initiativeId: other.id } })
    expect(patched.origin).toEqual({ kind: 'copy', initiativeId: origin.id })
    expect((await edit(lis, made.id, { origin: null })).origin).toMatchObject({ initiativeId: origin.id })
  })

  test('is not set by a PATCH', async () => {
    const origin = await publish(mette)
    const { id } = await draft(lis)
    const card = await edit(lis, id, { origin: { kind: 'adapted', initiativeId: origin.id } })
    expect(card.origin).toEqual({ kind: 'adapted' })
  })

  test('a hidden card is as if missing', async () => {
    const hidden = await draft(mette)
    const problems = await Promise.all(
      [hidden.id, NO_CARD].map(async initiativeId => {
        const body = { ...five, origin: { kind: 'adapted', initiativeId } }
        const { requestId, ...rest } = await refused(lis.send('POST', '/initiatives', body), 'invalid')
        return rest
      }),
    )
    expect(problems[0]?.fields).toMatchObject([{ path: 'origin.initiativeId', code: 'invalid' }])
    expect(problems[0]).toEqual(problems[1])
  })

  test('both cards tell of it at once: the title only to those who may see it', async () => {
    const origin = await publish(mette)
    const open = await publish(lis, { title: 'Åben', origin: { kind: 'adapted', initiativeId: origin.id } })
    const own = await make(lis, { title: 'Kladde', origin: { kind: 'adapted', initiativeId: origin.id } })
    const place = { unitId: 'oekonomi', areaId: 'stabe' }
    expect((await read(mette, origin.id)).lineage).toEqual({
      derived: [{ id: open.id, title: 'Åben', status: 'published', ...place }],
    })
    expect((await read(lis, origin.id)).lineage.derived.map(kin => kin.id).sort()).toEqual(
      [open.id, own.id].sort(),
    )
    expect((await read(mette, open.id)).lineage).toEqual({
      from: {
        id: origin.id,
        title: five.title,
        status: 'published',
        unitId: 'boernemyndighed',
        areaId: 'boern-familie',
      },
      derived: [],
    })
  })
})
