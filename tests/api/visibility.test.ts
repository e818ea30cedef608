import { afterAll, describe, expect, test } from 'vitest'
import { adopt, draft, list, NO_CARD, publish, say, seenOf, withdraw } from '#tests/support/cards.ts'
import { etag, type Person } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, asger, lis, malene, susanne, sofie, birthe, nadia } = await startTown()
afterAll(() => portal.stop())

const everybody = { mette, asger, lis, malene, susanne, sofie, birthe, nadia }
const sees = async (who: Person, id: string) => (await who.send('GET', `/initiatives/${id}`)).status === 200
const whoSees = async (id: string) => {
  const seen = await Promise.all(
    Object.entries(everybody).map(async ([name, who]) => ((await sees(who, id)) ? [name] : [])),
  )
  return seen.flat()
}

describe('Who sees Malene’s card', () => {
  test('a draft: her unit', async () => {
    expect(await whoSees((await draft(malene)).id)).toEqual(['malene'])
    expect(await whoSees((await draft(malene, { visibility: 'public' })).id)).toEqual(['malene'])
    expect(await whoSees((await draft(mette)).id)).toEqual(['mette', 'asger'])
  })

  test('the unit’s: her unit and moderators; the area’s: Susanne too', async () => {
    expect(await whoSees((await publish(malene, { visibility: 'unit' })).id)).toEqual(['malene', 'sofie'])
    expect(await whoSees((await publish(malene, { visibility: 'area' })).id)).toEqual([
      'malene',
      'susanne',
      'sofie',
    ])
  })

  test.each(['organisation', 'public'] as const)('%s: everybody who is signed in', async visibility => {
    expect(await whoSees((await publish(malene, { visibility })).id)).toEqual(Object.keys(everybody))
  })

  test('withdrawn: her unit and moderators', async () => {
    const { id } = await publish(malene)
    await withdraw(malene, id)
    expect(await whoSees(id)).toEqual(['malene', 'sofie'])
  })
})

/** All that an answer shows, but for what differs from request to request. */
const shown = async (answer: Response): Promise<string> => {
  const text = (await answer.text()).replace(/"requestId":"[^"]+"/, '')
  const headers = [...answer.headers].filter(([name]) => !['date', 'server-timing'].includes(name))
  return JSON.stringify([answer.status, headers, text])
}

describe('What may not be seen', () => {
  const body = {
    PATCH: { title: 'Ny' },
    POST: { kind: 'question', text: 'Hvordan?', reason: 'Nej' },
    PUT: { stage: 'trying', reason: 'Se' },
  } as const

  test('answers as what does not exist, byte for byte, whatever is done to it', async () => {
    const hidden = await draft(mette)
    const narrow = await publish(mette, { visibility: 'unit' })
    const { id: commentId } = await say(mette, narrow.id, 'Internt')
    const talk = `/comments/${commentId}`
    const tries = [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/publish'],
      ['POST', '/withdraw'],
      ['GET', '/comments'],
      ['POST', '/comments'],
      ['PATCH', talk],
      ['DELETE', talk],
      ['GET', '/adoptions'],
      ['PUT', '/adoptions/oekonomi'],
      ['PUT', '/reactions/me'],
      ['DELETE', '/reactions/me'],
      ['PUT', '/spotlight'],
      ['DELETE', '/spotlight'],
    ] as const
    for (const who of [lis, birthe])
      for (const [method, rest] of tries) {
        const attempt = async (id: string) => {
          const text = method === 'PATCH' && rest === talk ? { text: 'Ny' } : undefined
          const json = method === 'GET' || method === 'DELETE' ? undefined : (text ?? body[method])
          return shown(await who.send(method, `/initiatives/${id}${rest}`, json, etag(1)))
        }
        const missing = await attempt(NO_CARD)
        expect(missing).toContain('not_found')
        for (const { id } of [hidden, narrow]) expect(await attempt(id), `${method} ${rest}`).toBe(missing)
      }
  })

  test('a deleted card, too', async () => {
    const { id } = await publish(mette)
    await adopt(lis, id, 'oekonomi')
    await sofie.send('DELETE', `/initiatives/${id}`)
    for (const who of [mette, lis, sofie])
      expect(await shown(await who.send('GET', `/initiatives/${id}`))).toBe(
        await shown(await who.send('GET', `/initiatives/${NO_CARD}`)),
      )
  })

  test('is in no list, no facet and no count', async () => {
    const hidden = [
      await draft(malene, { discretion: 'politically' }),
      await publish(malene, { visibility: 'unit', discretion: 'politically' }),
      await publish(malene, { visibility: 'area', discretion: 'politically' }),
    ]
    const out = await publish(malene, { discretion: 'politically' })
    const gone = await withdraw(malene, out.id)
    const seen = seenOf(...hidden, gone)
    const all = await list(lis, '?discretion=politically', seen)
    expect(all).toMatchObject({ items: [], total: 0 })
    expect(JSON.stringify(all.facets)).not.toContain('politically')
    const [, unit, area] = hidden
    const near = await list(susanne, '?discretion=politically', seen)
    expect(near).toMatchObject({
      items: [{ id: area?.id }],
      total: 1,
      facets: { discretion: { politically: 1 } },
    })
    const own = await list(malene, '?discretion=politically', seen)
    expect(own.items.map(item => item.id).sort()).toEqual([unit?.id, area?.id].sort())
  })

  test('drafts and withdrawn cards are listed for their own unit only', async () => {
    const drafted = await draft(mette)
    const gone = await withdraw(mette, (await publish(mette)).id)
    const seen = seenOf(drafted, gone)
    const ids = async (who: Person, status: string) =>
      (await list(who, `?status=${status}&limit=100`, seen)).items.map(item => item.id)
    expect(await ids(mette, 'withdrawn')).toContain(gone.id)
    expect(await ids(asger, 'draft')).toContain(drafted.id)
    for (const who of [lis, sofie]) {
      expect(await ids(who, 'withdrawn')).not.toContain(gone.id)
      expect(await ids(who, 'draft')).not.toContain(drafted.id)
    }
  })
})
