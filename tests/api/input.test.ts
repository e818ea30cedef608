import { afterAll, describe, expect, test } from 'vitest'
import { LIMITS } from '#shared/rules/limits.ts'
import { adopt, draft, five, make, publish, read, say } from '#tests/support/cards.ts'
import { etag, fieldsOf, type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

const { portal, mette, lis, birthe, sofie } = await startTown()
afterAll(() => portal.stop())

const posting = (body: unknown, headers = {}) => mette.send('POST', '/initiatives', body, headers)

describe('Limits are code points after NFC', () => {
  const texts = ['challenge', 'action', 'lessons', 'fits', 'doesNotFit'].map(
    field => [field, LIMITS.text, (value: string) => ({ [field]: value })] as const,
  )
  test.each([
    ['title', LIMITS.title, (value: string) => ({ title: value })],
    ['summary', LIMITS.summary, (value: string) => ({ summary: value })],
    ['contact', LIMITS.contact, (value: string) => ({ contact: value })],
    ['core.0', LIMITS.listItem, (value: string) => ({ core: [value] })],
    ['adaptable.0', LIMITS.listItem, (value: string) => ({ adaptable: [value] })],
    ['questions.0', LIMITS.listItem, (value: string) => ({ questions: [value] })],
    ['keywords.0', LIMITS.keyword, (value: string) => ({ keywords: [value] })],
    ['requirements.time', LIMITS.requirement, (value: string) => ({ requirements: { time: value } })],
    ['requirements.money', LIMITS.requirement, (value: string) => ({ requirements: { money: value } })],
    [
      'requirements.permission',
      LIMITS.requirement,
      (value: string) => ({ requirements: { permission: value } }),
    ],
    ['removed.what', LIMITS.removed, (value: string) => ({ removed: { what: value } })],
    ['removed.owner', LIMITS.removed, (value: string) => ({ removed: { what: 'Et skema', owner: value } })],
    ['origin.text', LIMITS.originText, (value: string) => ({ origin: { kind: 'copy', text: value } })],
    ['effect.text', LIMITS.text, (value: string) => ({ effect: { text: value } })],
    ...texts,
  ] as const)('%s: at most %i', async (path, limit, body) => {
    // Five UTF-16 units and two code points each, of which NFC makes one and a half: å and an emoji.
    const pair = 'a\u030a😀'
    const full = pair.repeat(limit / 2)
    expect((await posting(body(full))).status).toBe(201)
    expect((await posting(body(` ${full}\n`))).status).toBe(201)
    expect(fieldsOf(await refused(posting(body(`${full}!`)), 'invalid'))).toEqual({ [path]: 'too_long' })
  })

  test.each([
    ['core', LIMITS.core],
    ['adaptable', LIMITS.adaptable],
    ['questions', LIMITS.questions],
    ['keywords', LIMITS.keywords],
  ] as const)('%s: at most %i, empty ones and repeats not counted', async (field, most) => {
    const items = Array.from({ length: most }, (_, n) => `Nr. ${n}`)
    const made = await make(mette, { [field]: ['', ...items, ' Nr. 0 ', '  '] })
    expect(made[field]).toEqual(items)
    const problem = await refused(posting({ [field]: [...items, 'En til'] }), 'invalid')
    expect(fieldsOf(problem)).toEqual({ [field]: 'too_many' })
  })

  test('themes are known ones, at most 20', async () => {
    const problem = await refused(posting({ themes: ['kurs', 'no-such'] }), 'invalid')
    expect(fieldsOf(problem)).toEqual({ 'themes.1': 'invalid' })
    const many = Array.from({ length: 21 }, (_, n) => `t${n}`)
    expect(fieldsOf(await refused(posting({ themes: many }), 'invalid'))).toEqual({ themes: 'too_many' })
    const { id } = await draft(mette)
    const patch = mette.send('PATCH', `/initiatives/${id}`, { themes: ['no-such'] }, etag(1))
    expect(fieldsOf(await refused(patch, 'invalid'))).toEqual({ 'themes.0': 'invalid' })
  })

  test('adoptions, comments and reasons have limits of their own', async () => {
    const { id } = await publish(mette)
    const path = `/initiatives/${id}`
    for (const field of ['kept', 'changed', 'outcomeText', 'surprise', 'thanks']) {
      const put = (length: number) =>
        lis.send('PUT', `${path}/adoptions/oekonomi`, { stage: 'trying', [field]: 'å'.repeat(length) })
      expect([200, 201]).toContain((await put(LIMITS.adoptionText)).status)
      const problem = await refused(put(LIMITS.adoptionText + 1), 'invalid')
      expect(fieldsOf(problem)).toEqual({ [field]: 'too_long' })
    }
    const comment = (length: number) =>
      lis.send('POST', `${path}/comments`, { kind: 'thanks', text: 'å'.repeat(length) })
    expect((await comment(LIMITS.comment)).status).toBe(201)
    expect(fieldsOf(await refused(comment(LIMITS.comment + 1), 'invalid'))).toEqual({ text: 'too_long' })
    const spotlight = (length: number) =>
      birthe.send('PUT', `${path}/spotlight`, { reason: 'å'.repeat(length) })
    expect((await spotlight(LIMITS.reason)).status).toBe(200)
    await refused(spotlight(LIMITS.reason + 1), 'invalid')
    const withdraw = mette.send('POST', `${path}/withdraw`, { reason: 'å'.repeat(LIMITS.reason + 1) })
    await refused(withdraw, 'invalid')
  })
})

describe('Text is plain', () => {
  test('trimmed, composed, with LF and tabs in texts; on one line elsewhere', async () => {
    const made = await make(mette, {
      title: '  Vi\r\nm\u00f8des\toftere ',
      action: ' Først\r\nså\rså\u2028så\tslut\n',
      contact: 'A\u030ase',
      core: ['En\nlinje'],
    })
    expect(made).toMatchObject({
      title: 'Vi mødes oftere',
      action: 'Først\nså\nså\nså\tslut',
      contact: '\u00c5se',
      core: ['En linje'],
    })
  })

  test.each(['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u009f', '\ud800'])(
    'other control characters are refused (%j)',
    async bad => {
      const body = { title: `a${bad}b`, action: `a${bad}b`, core: ['ok', `a${bad}b`] }
      const problem = await refused(posting(body), 'invalid')
      expect(fieldsOf(problem)).toEqual({ title: 'invalid', action: 'invalid', 'core.1': 'invalid' })
    },
  )

  test('markup comes out as it went in: it is only text', async () => {
    const title = '<img src=x onerror=alert(1)> & "co"'
    const { id } = await publish(mette, { title })
    expect((await read(lis, id)).title).toBe(title)
    expect((await say(lis, id, '<b>hej</b> https://eksempel.dk')).text).toBe('<b>hej</b> https://eksempel.dk')
  })

  test('what is of another kind is refused by name', async () => {
    const body = { title: 7, core: 'En', experience: 'great', effect: { evidence: 'x' }, requirements: [] }
    expect(fieldsOf(await refused(posting(body), 'invalid'))).toEqual({
      title: 'invalid',
      core: 'invalid',
      experience: 'invalid',
      requirements: 'invalid',
      'effect.text': 'required',
      'effect.evidence': 'invalid',
    })
    const none = { effect: { text: null }, removed: { what: null }, origin: { kind: null } }
    expect(fieldsOf(await refused(posting(none), 'invalid'))).toEqual({
      'effect.text': 'required',
      'removed.what': 'required',
      'origin.kind': 'required',
    })
    await refused(posting({ status: 'withdrawn' }), 'invalid')
    await refused(posting({ visibility: 'everyone' }), 'invalid')
    for (const odd of [[], null, 'tekst', 7, true]) await refused(posting(JSON.stringify(odd)), 'invalid')
    await refused(posting({ core: Array.from({ length: 5000 }, () => 'x') }), 'invalid')
  })
})

describe('What the server owns, and what nobody knows, is passed over on every write', () => {
  const owned = {
    id: 'ini_01ARZ3NDEKTSV4RRFFQ69G5FAV',
    version: 99,
    unitId: 'oekonomi',
    areaId: 'stabe',
    author: { personId: 'per_lis', name: 'Lis', unitId: 'oekonomi' },
    counts: { comments: 9, adoptions: 9, inUse: 9, reactions: 9 },
    spotlight: { reason: 'Mig' },
    createdAt: '2020-01-01T00:00:00Z',
    updatedAt: '2020-01-01T00:00:00Z',
    publishedAt: '2020-01-01T00:00:00Z',
    reportedAt: '2020-01-01T00:00:00Z',
    deleted: true,
    __proto__: { polluted: true },
    anything: { nested: ['010203-1234'] },
  }

  test('a card', async () => {
    const made = await make(mette, { ...five, ...owned })
    expect(made).toMatchObject({ ...five, version: 1, unitId: 'boernemyndighed', counts: { adoptions: 0 } })
    expect(made.id).not.toBe(owned.id)
    expect(made.createdAt > '2026').toBe(true)
    expect(made).not.toHaveProperty('anything')
    const patched = await mette.send('PATCH', `/initiatives/${made.id}`, { ...owned, title: 'Ny' }, etag(1))
    expect(await patched.json()).toMatchObject({
      ...made,
      title: 'Ny',
      version: 2,
      updatedAt: expect.any(String),
    })
    const { version } = await read(mette, made.id)
    const none = await mette.send('PATCH', `/initiatives/${made.id}`, owned, etag(version))
    expect(none.headers.get('etag')).toBe(`"${version}"`)
  })

  test('an adoption, a comment, a spotlight', async () => {
    const { id } = await publish(mette)
    const own = { unitId: 'oekonomi', author: { personId: 'per_lis' }, version: 1 }
    expect(await adopt(lis, id, 'oekonomi', { ...owned, stage: 'trying' })).toMatchObject(own)
    expect(await say(lis, id, 'Hvordan?', { kind: 'question', ...owned })).toMatchObject({
      author: own.author,
      version: 1,
    })
    const answer = await birthe.send('PUT', `/initiatives/${id}/spotlight`, { ...owned, reason: 'Se' })
    expect(await answer.json()).toMatchObject({ author: { personId: 'per_birthe' } })
  })
})

describe('CPR numbers never get in', () => {
  const NUMBER = '010203-1234'
  const BARE = '0102031234'

  test('in no field of a card; the path is named, the number is not', async () => {
    const body = {
      ...five,
      title: `Om ${NUMBER}`,
      core: ['ok', `nr ${NUMBER}`],
      effect: { text: '01 02 03 1234' },
      keywords: ['010203.1234'],
      requirements: { time: '01\u200b0203-1234' },
      origin: { kind: 'copy', text: '０１０２０３－１２３４' },
      lessons: 'x'.repeat(LIMITS.text + 1),
    }
    const problem = await refused(posting(body), 'cpr_number')
    expect(fieldsOf(problem)).toEqual({
      title: 'cpr_number',
      'core.1': 'cpr_number',
      'effect.text': 'cpr_number',
      'keywords.0': 'cpr_number',
      'requirements.time': 'cpr_number',
      'origin.text': 'cpr_number',
      lessons: 'too_long',
    })
    expect(JSON.stringify(problem)).not.toMatch(/0203|1234/)
  })

  test('in no comment, adoption, reason or edit', async () => {
    const { id } = await publish(mette)
    const path = `/initiatives/${id}`
    const { id: commentId } = await say(lis, id, 'Hvordan?')
    for (const [who, method, rest, body] of [
      [lis, 'POST', '/comments', { kind: 'thanks', text: NUMBER }],
      [lis, 'PATCH', `/comments/${commentId}`, { text: NUMBER }],
      [lis, 'PUT', '/adoptions/oekonomi', { stage: 'trying', thanks: NUMBER }],
      [birthe, 'PUT', '/spotlight', { reason: NUMBER }],
      [mette, 'POST', '/withdraw', { reason: NUMBER }],
      [mette, 'PATCH', '', { lessons: NUMBER }],
    ] as const) {
      const problem = await refused(who.send(method, `${path}${rest}`, body, etag(1)), 'cpr_number')
      expect(JSON.stringify(problem)).not.toMatch(/0203|1234/)
    }
    expect(await read(mette, id)).toMatchObject({ version: 1, counts: { comments: 1, adoptions: 0 } })
  })

  test('ten digits in a row may be sent again with a word for it; with a separator they may not', async () => {
    const vouch = { 'portal-not-cpr': 'true' }
    await refused(posting({ ...five, lessons: BARE }), 'cpr_number')
    await refused(posting({ ...five, lessons: BARE }, { 'portal-not-cpr': 'false' }), 'cpr_number')
    const answer = await posting({ ...five, lessons: BARE }, vouch)
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({ lessons: BARE })
    const problem = await refused(posting({ ...five, lessons: BARE, fits: NUMBER }, vouch), 'cpr_number')
    expect(fieldsOf(problem)).toEqual({ fits: 'cpr_number' })
  })

  test('who vouched for which field, and when, is kept with the card; the answer does not show it', async () => {
    const answer = await posting({ ...five, lessons: BARE }, { 'portal-not-cpr': 'true' })
    const text = await answer.text()
    expect(text).not.toContain('notCpr')
    const { id, createdAt } = JSON.parse(text)
    expect(await portal.store.initiatives.find(id)).toMatchObject({
      notCpr: [{ field: 'lessons', at: createdAt, personId: 'per_mette' }],
    })
  })

  test('so it is with whatever else is written: a report, what comes of it, hiding, keeping somebody out', async () => {
    const vouch = { 'portal-not-cpr': 'true' }
    const { id } = await publish(mette)
    const path = `/initiatives/${id}`
    const sent = (who: Person, method: string, at: string, body: object) => who.send(method, at, body, vouch)
    const { store } = portal
    const reported = await (await sent(lis, 'POST', `${path}/reports`, { reason: BARE })).json()
    const settled = { outcome: 'kept', answer: BARE }
    await sent(sofie, 'PUT', `/moderation/reports/${reported.id}/settlement`, settled)
    expect((await store.moderation.findReport(reported.id))?.notCpr).toMatchObject([
      { field: 'reason', personId: 'per_lis' },
      { field: 'answer', personId: 'per_sofie' },
    ])
    await sent(sofie, 'PUT', `${path}/hidden`, { reason: BARE })
    await sent(mette, 'PUT', `${path}/hidden/answer`, { answer: BARE })
    expect((await store.initiatives.find(id))?.notCpr).toMatchObject([
      { field: 'reason', personId: 'per_sofie' },
      { field: 'answer', personId: 'per_mette' },
    ])
    await sent(sofie, 'PUT', '/persons/per_mie/block', { reason: BARE })
    expect((await store.persons.find('per_mie'))?.notCpr).toMatchObject([
      { field: 'reason', personId: 'per_sofie' },
    ])
  })

  test('a card that is deleted leaves no such trace, for its texts are gone too', async () => {
    const { id } = await (await posting({ lessons: BARE }, { 'portal-not-cpr': 'true' })).json()
    expect((await mette.send('DELETE', `/initiatives/${id}`)).status).toBe(204)
    const tombstone = await portal.store.initiatives.find(id)
    expect(tombstone?.deleted).toBe(true)
    expect(tombstone?.notCpr).toBeUndefined()
  })

  test('what is ignored is not searched: no name of a field gets a number into the answer', async () => {
    const odd = { [NUMBER]: NUMBER }
    expect((await posting({ requirements: { time: 'En dag', ...odd } })).status).toBe(201)
    const problem = await refused(
      posting({ requirements: odd, effect: odd, title: odd, core: odd }),
      'invalid',
    )
    expect(Object.keys(fieldsOf(problem)).sort()).toEqual(['core', 'effect.text', 'title'])
    expect(JSON.stringify(problem)).not.toMatch(/0203|1234/)
  })

  test('ten digits that are no date are only digits', async () => {
    expect((await posting({ lessons: 'Journal 9999999999 og 320199-1234' })).status).toBe(201)
  })
})
