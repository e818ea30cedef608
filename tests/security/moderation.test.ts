import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newWriteId, ulidIds } from '#functions/platform/ids.ts'
import { keys } from '#functions/store/table.ts'
import { reports, trail } from '#shared/contract/moderation.ts'
import { type CardInput, publish, read } from '#tests/support/cards.ts'
import { type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

type Town = Awaited<ReturnType<typeof startTown>>
let town: Town

beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.portal.stop())

const WHY = 'Kortet nævner en borger, så hun kan kendes. Skriv det om, så viser jeg det igen.'
const done = async (response: Response | Promise<Response>) => expect((await response).status).toBe(204)

const comment = async (who: Person, id: string, text = 'Hvordan gør I?'): Promise<string> => {
  const response = await who.send('POST', `/initiatives/${id}/comments`, { kind: 'question', text })
  return (await response.json()).id
}
const listed = async (who: Person): Promise<string[]> => {
  const response = await who.send('GET', '/catalogue?limit=100')
  return (await response.json()).items.map((item: { id: string }) => item.id)
}
const trailOf = async (initiativeId: string) => {
  await town.portal.pump.flush()
  const response = await town.sofie.send('GET', '/moderation/trail')
  const { items } = trail.parse(await response.json())
  return items.filter(item => item.target?.initiativeId === initiativeId)
}

describe('Reporting', () => {
  test('whoever reads a text may report it, and nothing happens to it by that', async () => {
    const { mette, lis, sofie } = town
    const card = await publish(mette)
    const commentId = await comment(lis, card.id, 'Ring til Bodil på 1. sal.')
    const made = await lis.send('POST', `/initiatives/${card.id}/reports`, {
      reason: 'Det er vist en borger.',
      commentId,
    })
    expect(made.status).toBe(201)
    const found = reports.parse(await (await sofie.send('GET', '/moderation/reports')).json())
    expect(found.items[0]).toMatchObject({
      reason: 'Det er vist en borger.',
      title: card.title,
      excerpt: 'Ring til Bodil på 1. sal.',
      author: { personId: lis.id },
    })
    expect((await read(mette, card.id)).comments.items[0]?.text).toBe('Ring til Bodil på 1. sal.')
  })

  test('sent twice under one key it is one report', async () => {
    const { mette, lis, sofie } = town
    const card = await publish(mette)
    const send = () =>
      lis.send(
        'POST',
        `/initiatives/${card.id}/reports`,
        { reason: 'Se her.' },
        { 'idempotency-key': card.id },
      )
    const [first, second] = [await (await send()).json(), await (await send()).json()]
    expect(second.id).toBe(first.id)
    const found = reports.parse(await (await sofie.send('GET', '/moderation/reports')).json())
    expect(found.items.filter(item => item.target.initiativeId === card.id)).toHaveLength(1)
  })

  test('what nobody shares with one cannot be reported', async () => {
    const card = await publish(town.mette, { visibility: 'unit' })
    await refused(town.lis.send('POST', `/initiatives/${card.id}/reports`, { reason: 'Hm.' }), 'not_found')
  })

  test('the one who reported reads what came of it among their own data', async () => {
    const { mette, lis, sofie } = town
    const card = await publish(mette)
    const made = await (await lis.send('POST', `/initiatives/${card.id}/reports`, { reason: 'Hm.' })).json()
    const answer = 'Jeg har talt med enheden. Kortet er i orden.'
    await done(sofie.send('PUT', `/moderation/reports/${made.id}/settlement`, { outcome: 'kept', answer }))
    const mine = await (await lis.send('GET', '/me/data')).json()
    expect(mine.reports).toContainEqual(expect.objectContaining({ id: made.id, outcome: 'kept', answer }))
  })

  test('the list, the trail and the units are for moderators', async () => {
    for (const path of ['/moderation/reports', '/moderation/trail', '/moderation/units'])
      await refused(town.birthe.send('GET', path), 'forbidden')
  })
})

describe('Hiding a card', () => {
  test('its unit reads why, may answer, and it is gone for everybody else, in lists too', async () => {
    const { mette, asger, lis, sofie } = town
    const card = await publish(mette, { visibility: 'public' })
    await done(sofie.send('PUT', `/initiatives/${card.id}/hidden`, { reason: WHY }))
    await refused(lis.send('GET', `/initiatives/${card.id}`), 'not_found')
    expect((await read(asger, card.id)).hidden).toMatchObject({ reason: WHY })
    await done(
      asger.send('PUT', `/initiatives/${card.id}/hidden/answer`, { answer: 'Vi har skrevet det om.' }),
    )
    expect((await read(sofie, card.id)).hidden?.answer).toBe('Vi har skrevet det om.')
    await expect.poll(() => listed(lis), { timeout: 4000 }).not.toContain(card.id)
    expect(await listed(asger)).toContain(card.id)

    await done(sofie.send('DELETE', `/initiatives/${card.id}/hidden`))
    expect((await read(lis, card.id)).hidden).toBeUndefined()
    expect(
      (await trailOf(card.id)).map(({ action, reason, by, whose }) => [
        action,
        reason,
        by?.personId,
        whose?.personId,
      ]),
    ).toEqual([
      ['showed', undefined, sofie.id, mette.id],
      ['answered', 'Vi har skrevet det om.', asger.id, mette.id],
      ['hid', WHY, sofie.id, mette.id],
    ])
  })

  test('who had adopted it still knows that it was there', async () => {
    const { mette, lis, sofie } = town
    const card = await publish(mette)
    await lis.send('PUT', `/initiatives/${card.id}/adoptions/oekonomi`, { stage: 'trying' })
    await done(sofie.send('PUT', `/initiatives/${card.id}/hidden`, { reason: WHY }))
    const response = await lis.send('GET', `/initiatives/${card.id}`)
    const trace = await response.json()
    expect(JSON.stringify(trace)).not.toContain(WHY)
    expect(trace.title).toBeUndefined()
  })

  test('nobody may take it up meanwhile', async () => {
    const { mette, sofie } = town
    const card = await publish(mette)
    await done(sofie.send('PUT', `/initiatives/${card.id}/hidden`, { reason: WHY }))
    await refused(
      mette.send('POST', `/initiatives/${card.id}/comments`, { kind: 'question', text: 'Hvad nu?' }),
      'not_published',
    )
    await refused(sofie.send('PUT', `/initiatives/${card.id}/reactions/me`), 'not_published')
  })

  test('only a moderator hides, and only whose card it is answers', async () => {
    const { mette, birthe, lis, sofie } = town
    const card = await publish(mette)
    await refused(birthe.send('PUT', `/initiatives/${card.id}/hidden`, { reason: WHY }), 'forbidden')
    await done(sofie.send('PUT', `/initiatives/${card.id}/hidden`, { reason: WHY }))
    await refused(lis.send('PUT', `/initiatives/${card.id}/hidden/answer`, { answer: 'Nej.' }), 'not_found')
    await refused(sofie.send('PUT', `/initiatives/${card.id}/hidden/answer`, { answer: 'Nej.' }), 'forbidden')
  })
})

describe('Hiding a comment or what an adopter wrote', () => {
  test('a hidden comment keeps its place and its count; its author reads it, and why', async () => {
    const { mette, lis, malene, sofie } = town
    const card = await publish(mette)
    const commentId = await comment(lis, card.id, 'Bodil på 1. sal ved det.')
    const path = `/initiatives/${card.id}/comments/${commentId}/hidden`
    await done(sofie.send('PUT', path, { reason: WHY }))
    const others = await read(malene, card.id)
    expect(others.counts.comments).toBe(1)
    expect(others.comments.items[0]).toMatchObject({ text: '', hidden: { at: expect.any(String) } })
    expect(JSON.stringify(others)).not.toContain('Bodil')
    expect(JSON.stringify(others)).not.toContain(WHY)
    expect((await read(lis, card.id)).comments.items[0]).toMatchObject({
      text: 'Bodil på 1. sal ved det.',
      hidden: { reason: WHY },
    })
    await done(lis.send('PUT', `${path}/answer`, { answer: 'Bodil er en kollega.' }))
    await done(sofie.send('DELETE', path))
    expect((await read(malene, card.id)).comments.items[0]?.text).toBe('Bodil på 1. sal ved det.')
  })

  test('an adoption stays, without its words, in lists too', async () => {
    const { mette, lis, malene, sofie } = town
    const card = await publish(mette)
    const path = `/initiatives/${card.id}/adoptions/oekonomi`
    await lis.send('PUT', path, { stage: 'in_use', outcome: 'works', outcomeText: 'Bodil er glad.' })
    await done(sofie.send('PUT', `${path}/hidden`, { reason: WHY }))
    const [adoption] = (await read(malene, card.id)).adoptions
    expect(adoption).toMatchObject({ stage: 'in_use', outcome: 'works', hidden: { at: expect.any(String) } })
    expect(adoption?.outcomeText).toBeUndefined()
    expect((await read(lis, card.id)).adoptions[0]?.outcomeText).toBe('Bodil er glad.')
    const lists = async () => {
      const answers = [
        malene.send('GET', '/catalogue?limit=100'),
        lis.send('GET', '/units/oekonomi/adoptions'),
      ]
      return (await Promise.all(answers.map(async answer => (await answer).text()))).join()
    }
    await expect.poll(lists, { timeout: 4000 }).not.toContain('Bodil er glad.')
  })

  test('an adoption that was taken off the card and put back is still hidden, and still tells why', async () => {
    const { mette, lis, malene, sofie } = town
    const card = await publish(mette)
    const path = `/initiatives/${card.id}/adoptions/oekonomi`
    const told = { stage: 'in_use', outcome: 'works', outcomeText: 'Bodil er glad.' }
    await lis.send('PUT', path, told)
    await done(sofie.send('PUT', `${path}/hidden`, { reason: WHY }))
    await done(lis.send('DELETE', path))
    expect((await lis.send('PUT', path, told)).status).toBe(201)
    const [seen] = (await read(malene, card.id)).adoptions
    expect(seen).toMatchObject({ stage: 'in_use', hidden: { at: expect.any(String) } })
    expect(seen?.outcomeText).toBeUndefined()
    expect((await read(lis, card.id)).adoptions[0]?.hidden).toMatchObject({ reason: WHY })
    await done(sofie.send('DELETE', `${path}/hidden`))
    expect((await read(malene, card.id)).adoptions[0]?.outcomeText).toBe('Bodil er glad.')
    expect((await trailOf(card.id)).map(({ action }) => action)).toEqual(['showed', 'hid'])
  })
})

describe('Redacting', () => {
  test('the words go for good, and that they did is known', async () => {
    const { mette, lis, sofie } = town
    const card = await publish(mette, { challenge: 'Bodil  Hansen ventede tre uger. bodil hansen var træt.' })
    await refused(
      lis.send('POST', `/initiatives/${card.id}/redactions`, { words: 'Bodil', reason: 'x' }),
      'forbidden',
    )
    await done(
      sofie.send('POST', `/initiatives/${card.id}/redactions`, {
        words: 'Bodil Hansen',
        reason: 'Bodil Hansen er borger.',
      }),
    )
    expect((await read(mette, card.id)).challenge).toBe('[fjernet] ventede tre uger. [fjernet] var træt.')
    expect((await trailOf(card.id))[0]).toMatchObject({ action: 'redacted', reason: '[fjernet] er borger.' })
  })

  test('words that times and choices have too go from the texts alone, whichever text', async () => {
    const { mette, lis, sofie } = town
    const year = String(new Date().getUTCFullYear())
    const text = `works hid idea ${year}`
    const texts = {
      title: text,
      summary: text,
      challenge: text,
      action: text,
      contact: text,
      core: [text],
      adaptable: [text],
      requirements: { time: text, money: text, permission: text },
      effect: { text, evidence: 'story' },
      lessons: text,
      fits: text,
      doesNotFit: text,
      removed: { what: text, owner: text },
      origin: { kind: 'adapted', text },
      keywords: [text],
      questions: [text],
    } satisfies CardInput
    const card = await publish(mette, { ...texts, experience: 'works', stage: 'idea' })
    const path = `/initiatives/${card.id}`
    const adoption = `${path}/adoptions/oekonomi`
    const words = { kept: text, changed: text, outcomeText: text, surprise: text, thanks: text }
    await lis.send('PUT', adoption, { stage: 'in_use', outcome: 'works', ...words })
    const commentPath = `${path}/comments/${await comment(lis, card.id, text)}`
    for (const what of [path, adoption, commentPath]) {
      await done(sofie.send('PUT', `${what}/hidden`, { reason: `Her står ${text}.` }))
      for (const gone of ['works', 'hid', 'idea', year])
        await done(sofie.send('POST', `${what}/redactions`, { words: gone, reason: 'Det er et navn.' }))
    }
    const whole = await read(sofie, card.id)
    const left = '[fjernet] [fjernet] [fjernet] [fjernet]'
    const replaced = JSON.parse(JSON.stringify(texts).replaceAll(text, left))
    expect(whole).toMatchObject({
      ...replaced,
      experience: 'works',
      stage: 'idea',
      createdAt: card.createdAt,
    })
    expect(whole.hidden?.reason).toBe(`Her står ${left}.`)
    expect(whole.adoptions[0]).toMatchObject({ stage: 'in_use', outcome: 'works', kept: left, thanks: left })
    expect(whole.comments.items[0]).toMatchObject({ text: left, hidden: { reason: `Her står ${left}.` } })
    expect(JSON.stringify(whole)).not.toContain(text)
  })
})

describe('Units that people chose', () => {
  test('a moderator finds them, confirms, and resets', async () => {
    const { nadia, sofie } = town
    await nadia.send('PATCH', '/me', { unitId: 'bibliotekerne' })
    const units = async () => (await (await sofie.send('GET', '/moderation/units')).json()).items
    await expect
      .poll(units, { timeout: 4000 })
      .toContainEqual(
        expect.objectContaining({ personId: nadia.id, unitId: 'bibliotekerne', isConfirmed: false }),
      )
    await done(sofie.send('PUT', `/persons/${nadia.id}/unit`, { unitId: 'bibliotekerne' }))
    await done(sofie.send('DELETE', `/persons/${nadia.id}/unit`))
    expect((await (await nadia.send('GET', '/me')).json()).choosesUnit).toBe(true)
  })
})

describe('A long list of reports', () => {
  test('what waits comes first, however much was dealt with since, and its pages miss none', async () => {
    const { mette, lis, sofie, portal } = town
    const card = await publish(mette)
    const waiting = await (
      await lis.send('POST', `/initiatives/${card.id}/reports`, { reason: 'Hm.' })
    ).json()
    const made = { kind: 'report', target: { initiativeId: card.id }, reason: 'Hm.' } as const
    const at = new Date().toISOString()
    const author = { personId: lis.id, unitId: 'oekonomi' }
    const dealtWith = { outcome: 'kept', answer: 'I orden.', settledAt: at, settledBy: author } as const
    const { report: newId } = ulidIds()
    const ids = Array.from({ length: 210 }, () => newId(Date.now() + 1000))
    for (const id of ids) {
      const draft = { ...keys.report(id), id, ...made, author, createdAt: at, ...dealtWith }
      await portal.store.moderation.writeReport(draft, undefined, newWriteId())
    }
    const page = async (cursor?: string) =>
      reports.parse(
        await (await sofie.send('GET', `/moderation/reports${cursor ? `?cursor=${cursor}` : ''}`)).json(),
      )
    const first = await page()
    const waits = first.items.filter(({ outcome }) => outcome === undefined)
    expect(waits.map(({ id }) => id)).toContain(waiting.id)
    expect(first.items.slice(0, waits.length)).toEqual(waits)
    const second = await page(first.nextCursor)
    expect(second.nextCursor).toBeUndefined()
    const found = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(found).size).toBe(found.length)
    expect(found).toEqual(expect.arrayContaining([...ids, waiting.id]))
    await refused(sofie.send('GET', '/moderation/reports?cursor=x'), 'invalid_cursor')
  })
})
