import { afterAll, describe, expect, test } from 'vitest'
import { meter } from '#tests/support/calls.ts'
import { adopt, five, list, NO_CARD, publish, say } from '#tests/support/cards.ts'
import { setClock } from '#tests/support/clock.ts'
import { etag, type Person } from '#tests/support/person.ts'
import { startInstance } from '#tests/support/portal.ts'
import { startTown } from '#tests/support/town.ts'

const town = await startTown()
const { portal } = town
const time = setClock(Date.now())
const instance = startInstance(portal, time.now)
const costOf = meter(instance.client)
afterAll(async () => {
  instance.stop()
  await portal.stop()
})

/** At the instance that is measured, which knows them already. */
const here = async (who: Person): Promise<Person> => {
  const person = who.at(instance.fetch)
  await person.send('GET', '/catalogue')
  await person.send('DELETE', `/initiatives/${NO_CARD}/reactions/me`)
  return person
}
const mette = await here(town.mette)
const lis = await here(town.lis)
const birthe = await here(town.birthe)
const nadia = await here(town.nadia)

/** The card of `table.ts`: 3 KB with 4 adoptions and 6 comments of half a KB. */
const usualCard = async () => {
  const card = await publish(town.mette, { action: 'x'.repeat(1900), lessons: 'x'.repeat(300) })
  for (const [who, unitId] of [
    [town.lis, 'oekonomi'],
    [town.malene, 'plejecenter-kildevang'],
    [town.susanne, 'hjemmeplejen-vest'],
    [town.mie, 'bibliotekerne'],
  ] as const)
    await adopt(who, card.id, unitId, { kept: 'x'.repeat(100) })
  const comments = await Promise.all(
    Array.from({ length: 6 }, (_, n) => say(town.lis, card.id, `${n}${'x'.repeat(150)}`)),
  )
  return { id: card.id, first: comments[0]?.id }
}

const card = await usualCard()
const path = `/initiatives/${card.id}`
const talk = `${path}/comments`
const key = () => ({ 'idempotency-key': crypto.randomUUID() })
const thanks = { kind: 'thanks', text: 'Tak' }
const done = async (asked: Promise<Response>): Promise<void> => {
  const answer = await asked
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
}

const POINT = ['BatchGetItem', 'PutItem', 'Query', 'Query']
const READ = ['BatchGetItem', 'Query', 'Query', 'Query']
const CHANGE = ['BatchGetItem', 'PutItem', 'Query', 'Query', 'Query']
const ONCE = ['BatchGetItem', 'PutItem', 'PutItem']
const PUT = ['BatchGetItem', 'PutItem']
const ADOPT = [...PUT, 'Query']

/** Only what we reckoned with: other implementations count capacity each in their own way. */
const isDynalite = process.env.DYNAMODB_ENDPOINT === undefined

/** One after the other on the same card, as the table in `store/table.ts` has them. */
describe('What each action costs at the table', () => {
  test.each([
    ['read a card', () => done(mette.send('GET', path)), READ, 2, 8, 0],
    ['read its adoptions', () => done(mette.send('GET', `${path}/adoptions`)), READ, 2, 8, 0],
    [
      'read comments',
      () => done(mette.send('GET', talk)),
      ['BatchGetItem', 'BatchGetItem', 'Query'],
      2,
      4,
      0,
    ],
    ['make a card', () => done(mette.send('POST', '/initiatives', five, key())), ONCE, 3, 1, 2],
    ['change it', () => done(mette.send('PATCH', path, { title: 'Ny' }, etag(1))), CHANGE, 2, 4, 3],
    ['publish what is', () => done(mette.send('POST', `${path}/publish`)), READ, 2, 4, 0],
    ['comment', () => done(lis.send('POST', talk, thanks, key())), ONCE, 3, 3, 2],
    ['reply', () => done(lis.send('POST', talk, { ...thanks, replyTo: card.first }, key())), ONCE, 3, 4, 2],
    [
      'change a comment',
      () => done(lis.send('PATCH', `${talk}/${card.first}`, { text: 'Ny' })),
      PUT,
      2,
      3,
      1,
    ],
    ['delete a comment', () => done(lis.send('DELETE', `${talk}/${card.first}`)), PUT, 2, 3, 1],
    [
      'report',
      () => done(lis.send('PUT', `${path}/adoptions/oekonomi`, { stage: 'in_use' })),
      ADOPT,
      2,
      2,
      1,
    ],
    ['leave', () => done(lis.send('DELETE', `${path}/adoptions/oekonomi`)), ['GetItem', 'PutItem'], 2, 1, 1],
    ['inspire', () => done(lis.send('PUT', `${path}/reactions/me`)), PUT, 2, 3, 1],
    ['or not', () => done(lis.send('DELETE', `${path}/reactions/me`)), PUT, 2, 3, 1],
    ['point at it', () => done(birthe.send('PUT', `${path}/spotlight`, { reason: 'Se' })), POINT, 2, 5, 1],
    ['stop pointing', () => done(birthe.send('DELETE', `${path}/spotlight`)), POINT, 2, 5, 1],
    ['withdraw', () => done(mette.send('POST', `${path}/withdraw`, { reason: 'Nej' })), CHANGE, 2, 5, 3],
    ['who am I', () => done(mette.send('GET', '/me')), ['GetItem'], 1, 1, 0],
    ['who am I, without a unit', () => done(nadia.send('GET', '/me')), ['GetItem', 'GetItem'], 2, 2, 0],
    ['the organisation', () => done(mette.send('GET', '/organisation')), [], 0, 0, 0],
  ] as const)('%s', async (_, run, calls, sequence, read, write) => {
    const cost = await costOf(run)
    expect(cost).toMatchObject({ calls, sequence })
    if (isDynalite) expect(cost).toMatchObject({ read, write })
  })

  test('a list: the poll when one is due, else nothing', async () => {
    time.advance(1000)
    expect(await costOf(() => list(mette))).toMatchObject({ calls: ['Query'], sequence: 1 })
    expect(await costOf(() => list(lis, '?area=social&sort=newest'))).toMatchObject({ calls: [], read: 0 })
  })
})
