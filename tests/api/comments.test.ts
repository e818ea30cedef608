import { afterAll, describe, expect, test } from 'vitest'
import { comment, comments } from '#shared/contract/comment.ts'
import { draft, NO_CARD, NO_COMMENT, publish, read, say } from '#tests/support/cards.ts'
import { etag, fieldsOf, type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, malene, sofie, nadia } = await startTown()
afterAll(() => portal.stop())

const page = async (who: Person, id: string, cursor?: string) => {
  const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`
  return comments.strict().parse(await (await who.send('GET', `/initiatives/${id}/comments${query}`)).json())
}
const editing = (who: Person, id: string, commentId: string, body: unknown, headers = {}) =>
  who.send('PATCH', `/initiatives/${id}/comments/${commentId}`, body, headers)
const deleting = (who: Person, id: string, commentId: string, headers = {}) =>
  who.send('DELETE', `/initiatives/${id}/comments/${commentId}`, undefined, headers)

describe('Lis comments on Mette’s card', () => {
  test('with a kind and a text', async () => {
    const { id } = await publish(mette)
    const answer = await lis.send('POST', `/initiatives/${id}/comments`, {
      kind: 'question',
      text: ' Hvordan? ',
    })
    const said = comment.strict().parse(await answer.json())
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    expect(answer.headers.get('location')).toBe(`/api/v1/initiatives/${id}/comments/${said.id}`)
    expect(said).toEqual({
      id: said.id,
      initiativeId: id,
      kind: 'question',
      text: 'Hvordan?',
      author: { personId: 'per_lis', name: 'Lis Overgaard', title: 'økonomikonsulent', unitId: 'oekonomi' },
      version: 1,
      createdAt: said.createdAt,
      updatedAt: said.createdAt,
    })
    expect(await read(mette, id)).toMatchObject({ comments: { items: [said] }, counts: { comments: 1 } })
  })

  test('a kind and a text are needed, and the kind is one of four', async () => {
    const { id } = await publish(mette)
    const post = (body: unknown) => refused(lis.send('POST', `/initiatives/${id}/comments`, body), 'invalid')
    expect(fieldsOf(await post({}))).toEqual({ kind: 'required', text: 'required' })
    expect(fieldsOf(await post({ kind: 'rant', text: ' ' }))).toEqual({ kind: 'invalid', text: 'required' })
    expect((await page(lis, id)).items).toEqual([])
  })

  test('only where it is published, and only with a unit', async () => {
    const hidden = await draft(mette)
    const body = { kind: 'thanks', text: 'Tak' }
    await refused(mette.send('POST', `/initiatives/${hidden.id}/comments`, body), 'not_published')
    await refused(lis.send('POST', `/initiatives/${hidden.id}/comments`, body), 'not_found')
    await refused(lis.send('POST', `/initiatives/${NO_CARD}/comments`, body), 'not_found')
    const { id } = await publish(mette)
    await refused(nadia.send('POST', `/initiatives/${id}/comments`, body), 'unit_required')
  })

  test('replies go one level deep, to a comment of the same card that is there', async () => {
    const { id } = await publish(mette)
    const other = await publish(mette)
    const first = await say(lis, id, 'Hvordan?')
    const reply = await say(mette, id, 'Sådan.', { kind: 'experience', replyTo: first.id })
    expect(reply.replyTo).toBe(first.id)
    const elsewhere = await say(lis, other.id, 'Hvor?')
    for (const replyTo of [reply.id, elsewhere.id, NO_COMMENT, 'com_x', 7]) {
      const body = { kind: 'question', text: 'Og?', replyTo }
      const problem = await refused(lis.send('POST', `/initiatives/${id}/comments`, body), 'invalid')
      expect(fieldsOf(problem)).toEqual({ replyTo: 'invalid' })
    }
    expect((await page(lis, id)).items.map(({ text }) => text)).toEqual(['Hvordan?', 'Sådan.'])
  })

  test('its author edits it, against a version if they say so; nobody else does', async () => {
    const { id } = await publish(mette)
    const said = await say(lis, id, 'Hvordan?')
    await refused(editing(mette, id, said.id, { text: 'Nej' }), 'forbidden')
    await refused(editing(sofie, id, said.id, { text: 'Nej' }), 'forbidden')
    await refused(editing(lis, id, said.id, { text: '' }), 'invalid')
    await refused(editing(lis, id, said.id, { text: 'Hvornår?' }, etag(2)), 'stale')
    const answer = await editing(lis, id, said.id, { text: 'Hvornår?', replyTo: NO_COMMENT }, etag(1))
    expect(answer.headers.get('etag')).toBe('"2"')
    const edited = comment.strict().parse(await answer.json())
    expect(edited).toEqual({ ...said, text: 'Hvornår?', version: 2, updatedAt: edited.updatedAt })
    const same = await editing(lis, id, said.id, { kind: 'question', text: 'Hvornår?' })
    expect(await same.json()).toEqual(edited)
    await refused(editing(lis, id, NO_COMMENT, { text: 'Nej' }), 'not_found')
    await refused(editing(lis, id, 'com_x', { text: 'Nej' }), 'not_found')
  })

  test('its author or a moderator deletes it; nobody else does', async () => {
    const { id } = await publish(mette)
    const mine = await say(lis, id, 'Hvordan?')
    const another = await say(lis, id, 'Hvornår?')
    await refused(deleting(mette, id, mine.id), 'forbidden')
    await refused(deleting(lis, id, mine.id, etag(2)), 'stale')
    expect((await deleting(lis, id, mine.id, etag(1))).status).toBe(204)
    expect((await deleting(sofie, id, another.id)).status).toBe(204)
    expect(await read(lis, id)).toMatchObject({ comments: { items: [] }, counts: { comments: 0 } })
    await refused(editing(lis, id, mine.id, { text: 'Igen' }), 'not_found')
  })

  test('deleted, it keeps its place while it has replies, without its words or its author', async () => {
    const { id } = await publish(mette)
    const first = await say(lis, id, 'Hvordan?')
    const reply = await say(mette, id, 'Sådan.', { replyTo: first.id })
    await deleting(lis, id, first.id)
    const [placeholder, shown] = (await page(malene, id)).items
    expect(placeholder).toEqual({
      id: first.id,
      initiativeId: id,
      kind: 'question',
      text: '',
      deleted: true,
      author: { name: 'Slettet', unitId: 'oekonomi' },
      version: 2,
      createdAt: first.createdAt,
      updatedAt: placeholder?.updatedAt,
    })
    expect(shown).toEqual(reply)
    expect((await read(malene, id)).counts.comments).toBe(1)
    const body = { kind: 'question', text: 'Og?', replyTo: first.id }
    await refused(malene.send('POST', `/initiatives/${id}/comments`, body), 'invalid')
    await deleting(mette, id, reply.id)
    expect((await page(malene, id)).items).toEqual([])
  })
})

describe('A long talk', () => {
  /** Ids of so many comments, in order. */
  const talk = async (id: string, length: number): Promise<string[]> => {
    const said: string[] = []
    while (said.length < length) {
      const next = Array.from(
        { length: Math.min(10, length - said.length) },
        (_, n) => `Nr. ${said.length + n}`,
      )
      said.push(...(await Promise.all(next.map(text => say(lis, id, text)))).map(one => one.id))
    }
    return said.sort()
  }

  test('comes 50 at a time, oldest first; every page counts all of it', async () => {
    const { id } = await publish(mette)
    const said = await talk(id, 103)
    const card = await read(mette, id)
    expect(card.counts.comments).toBe(103)
    const walked = [card.comments.items]
    let cursor = card.comments.nextCursor
    while (cursor !== undefined) {
      const next = await page(mette, id, cursor)
      walked.push(next.items)
      cursor = next.nextCursor
    }
    expect(walked.map(items => items.length)).toEqual([50, 50, 3])
    expect(walked.flat().map(one => one.id)).toEqual(said)
    expect((await page(mette, id)).items).toEqual(card.comments.items)
  })

  test('neither repeats nor skips while others write and delete', async () => {
    const { id } = await publish(mette)
    const said = await talk(id, 60)
    const first = await page(mette, id)
    await deleting(lis, id, said[3] ?? '')
    await deleting(lis, id, said[49] ?? '')
    const late = await say(malene, id, 'Sent')
    const second = await page(mette, id, first.nextCursor)
    expect([...first.items, ...second.items].map(one => one.id)).toEqual([...said, late.id])
    expect((await read(mette, id)).counts.comments).toBe(59)
  })

  test('a cursor of another card, or none of ours, is refused', async () => {
    const { id } = await publish(mette)
    await talk(id, 51)
    const { nextCursor = '' } = await page(mette, id)
    const other = await publish(mette)
    for (const cursor of [nextCursor.slice(1), 'x', '', '%F0%9F%98%80'])
      await refused(mette.send('GET', `/initiatives/${id}/comments?cursor=${cursor}`), 'invalid_cursor')
    await refused(
      mette.send('GET', `/initiatives/${other.id}/comments?cursor=${nextCursor}`),
      'invalid_cursor',
    )
  })
})
