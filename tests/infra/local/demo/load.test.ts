import { afterAll, describe, expect, test } from 'vitest'
import { FEED } from '#functions/store/table.ts'
import { demoCards } from '#infra/local/demo/data.ts'
import { demoInitiativeId } from '#infra/local/demo/derived-ids.ts'
import { loadDemo } from '#infra/local/demo/load.ts'
import { read, readTrace } from '#tests/support/cards.ts'
import { createPerson } from '#tests/support/person.ts'
import { startPortal } from '#tests/support/portal.ts'

const portal = await startPortal({ cards: true })
afterAll(() => portal.stop())
const person = async (id: string) => createPerson(portal.origin, id, await portal.tokenFor(id))
const [sofie, mie, lis] = await Promise.all([person('per_sofie'), person('per_mie'), person('per_lis')])

const cards = demoCards()
const idOf = ({ ref, createdAt }: (typeof cards)[number]): string => demoInitiativeId(ref, createdAt)

/** Every item that replicas hear of, as it is. */
const everything = () =>
  portal.store.table.query({
    IndexName: 'changes',
    KeyConditionExpression: 'feed = :feed',
    ExpressionAttributeValues: { ':feed': FEED },
  })

describe('The demo', () => {
  test('is as its data says: every card with its times, its talk, its adoptions and its counts', async () => {
    for (const card of cards) {
      if (card.publishedAt === undefined) continue
      const shown = await read(sofie, idOf(card))
      expect(shown, card.ref).toMatchObject({
        title: card.input.title,
        status: card.withdrawn ? 'withdrawn' : 'published',
        createdAt: new Date(card.createdAt).toISOString(),
        publishedAt: new Date(card.publishedAt).toISOString(),
        counts: {
          comments: card.comments.length,
          adoptions: card.adoptions.length,
          inUse: card.adoptions.filter(({ input }) => input.stage === 'in_use').length,
          reactions: card.reactions.length,
        },
      })
      expect(shown.lessons, card.ref).toBe(card.input.lessons)
      expect(shown.comments.items.map(({ text }) => text)).toEqual(
        card.comments.map(({ input }) => input.text),
      )
      expect(shown.spotlight?.reason).toBe(card.spotlight?.reason)
      for (const { unitId, input, reportedAt } of card.adoptions) {
        const adopted = shown.adoptions.find(one => one.unitId === unitId)
        expect(adopted, `${card.ref} ${unitId}`).toMatchObject({ stage: input.stage, kept: input.kept })
        expect(adopted?.outcome).toBe(input.outcome)
        if (reportedAt !== undefined) expect(adopted?.reportedAt).toBe(new Date(reportedAt).toISOString())
      }
    }
    expect(cards.length).toBeGreaterThan(40)
  })

  test('has a withdrawn card with an adopter, who sees that it was there', async () => {
    const [withdrawn] = cards.filter(card => card.withdrawn !== undefined)
    if (!withdrawn) throw new Error('no withdrawn card')
    expect(await readTrace(mie, idOf(withdrawn))).toMatchObject({
      status: 'withdrawn',
      withdrawnReason: withdrawn.withdrawn?.reason,
      adoptions: [{ unitId: 'bibliotekerne' }],
    })
  })

  test('has the same ids wherever it is loaded', async () => {
    const another = await startPortal({ cards: true })
    const keysOf = async ({ store }: typeof portal) =>
      (await store.changes.since(0)).map(({ pk, sk }) => `${pk} ${sk}`).sort()
    expect(await keysOf(another)).toEqual(await keysOf(portal))
    await another.stop()
  })

  test('loaded again changes nothing, also what people have done to it since', async () => {
    const [first] = cards
    if (!first) throw new Error('no cards')
    await lis.send('DELETE', `/initiatives/${idOf(first)}/reactions/me`)
    await lis.send('PUT', `/initiatives/${idOf(first)}/adoptions/oekonomi`, { stage: 'considering' })
    await portal.pump.flush()
    const before = await everything()
    await loadDemo(portal.store, { cards: true })
    expect(await everything()).toEqual(before)
  })
})
