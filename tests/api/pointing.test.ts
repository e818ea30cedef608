import { afterAll, describe, expect, test } from 'vitest'
import { spotlight } from '#shared/contract/spotlight.ts'
import { draft, NO_CARD, publish, read, withdraw } from '#tests/support/cards.ts'
import { type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, sofie, birthe, torben, nadia } = await startTown()
afterAll(() => portal.stop())

describe('"Inspirerer"', () => {
  const on = (who: Person, id: string) => who.send('PUT', `/initiatives/${id}/reactions/me`)
  const off = (who: Person, id: string) => who.send('DELETE', `/initiatives/${id}/reactions/me`)

  test('one a person; repeating changes nothing, and it is always 204', async () => {
    const { id } = await publish(mette)
    expect((await off(lis, id)).status).toBe(204)
    const answers = await Promise.all([on(lis, id), on(lis, id), on(lis, id), on(mette, id)])
    expect(answers.map(answer => answer.status)).toEqual([204, 204, 204, 204])
    expect(await read(lis, id)).toMatchObject({ counts: { reactions: 2 }, reacted: true })
    expect((await read(birthe, id)).reacted).toBe(false)
    for (let time = 0; time < 2; time++) expect((await off(lis, id)).status).toBe(204)
    expect(await read(lis, id)).toMatchObject({ counts: { reactions: 1 }, reacted: false })
    expect((await on(lis, id)).status).toBe(204)
    expect((await read(lis, id)).counts.reactions).toBe(2)
  })

  test('only on what is published and seen', async () => {
    const hidden = await draft(mette)
    await refused(on(mette, hidden.id), 'not_published')
    await refused(on(lis, hidden.id), 'not_found')
    await refused(off(lis, NO_CARD), 'not_found')
    const { id } = await publish(mette)
    await refused(on(nadia, id), 'unit_required')
    await on(mette, id)
    await withdraw(mette, id)
    expect((await off(mette, id)).status).toBe(204)
    expect((await read(mette, id)).counts.reactions).toBe(0)
  })
})

describe('A director points at a card', () => {
  const point = (who: Person, id: string, reason: string) =>
    who.send('PUT', `/initiatives/${id}/spotlight`, { reason })
  const stop = (who: Person, id: string) => who.send('DELETE', `/initiatives/${id}/spotlight`)

  test('with a reason; another’s replaces it, and does not bring it back when it ends', async () => {
    const { id } = await publish(mette)
    const answer = await point(torben, id, 'Se her.')
    const shown = spotlight.strict().parse(await answer.json())
    expect(answer.status).toBe(200)
    expect(shown).toEqual({
      reason: 'Se her.',
      author: { personId: 'per_torben', name: 'Torben Halkjær', title: 'direktør', unitId: 'sekretariat' },
      createdAt: shown.createdAt,
    })
    expect((await read(lis, id)).spotlight).toEqual(shown)
    expect(await (await point(torben, id, 'Se her.')).json()).toEqual(shown)
    await point(birthe, id, 'Også jeg.')
    expect((await read(lis, id)).spotlight).toMatchObject({ reason: 'Også jeg.' })
    for (let time = 0; time < 2; time++) expect((await stop(torben, id)).status).toBe(204)
    expect(await read(lis, id)).not.toHaveProperty('spotlight')
  })

  test('nobody else does, and not without a reason', async () => {
    const { id } = await publish(mette)
    for (const who of [mette, lis, sofie]) {
      await refused(point(who, id, 'Se her.'), 'forbidden')
      await refused(stop(who, id), 'forbidden')
    }
    await refused(point(birthe, id, ' '), 'invalid')
    await refused(point(birthe, NO_CARD, 'Se her.'), 'not_found')
  })

  test('only at what all employees see', async () => {
    const hidden = await draft(mette)
    await refused(point(birthe, hidden.id, 'Se her.'), 'not_found')
    const narrow = await publish(mette, { visibility: 'area' })
    await refused(point(birthe, narrow.id, 'Se her.'), 'not_found')
    const { id } = await publish(sofie, { visibility: 'public' })
    expect((await point(birthe, id, 'Se her.')).status).toBe(200)
  })
})
