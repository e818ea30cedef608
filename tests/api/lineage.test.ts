import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lineageTree } from '#shared/contract/catalogue.ts'
import { five, NO_CARD, publish, readTrace, seenOf, withdraw } from '#tests/support/cards.ts'
import { type Person, refused } from '#tests/support/person.ts'
import { startTown } from '#tests/support/town.ts'

let town: Awaited<ReturnType<typeof startTown>>
let all: Record<'first' | 'second' | 'third' | 'fourth' | 'cousin', { id: string; version: number }>

const grownFrom = (who: Person, title: string, initiativeId: string) =>
  publish(who, { title, origin: { kind: 'adapted', initiativeId } })

/** The tree as lines: each card with the one it came from. */
const treeFor = async (who: Person, id: string) => {
  const response = await who.send('GET', `/catalogue/lineage/${id}`, undefined, {
    'portal-seen': seenOf(...Object.values(all)),
  })
  const { items } = lineageTree.parse(await response.json())
  return items.map(kin => {
    const name = (wanted?: string) => Object.entries(all).find(([, card]) => card.id === wanted)?.[0]
    return `${name(kin.id)} ← ${name(kin.fromId) ?? ''}: ${kin.title ?? kin.status}`
  })
}

beforeAll(async () => {
  town = await startTown()
  const { mette, lis, malene, mie, susanne } = town
  const first = await publish(mette, { title: 'Første' })
  const second = await grownFrom(lis, 'Andet', first.id)
  const third = await grownFrom(malene, 'Tredje', second.id)
  const fourth = await grownFrom(mie, 'Fjerde', third.id)
  const cousin = await grownFrom(susanne, 'Fætter', first.id)
  all = { first, second, third, fourth, cousin }
  await town.portal.pump.flush()
})
afterAll(() => town.portal.stop())

describe('The family of a card', () => {
  test('goes up to the first and down to the last', async () => {
    const whole = [
      'first ← : Første',
      'second ← first: Andet',
      'third ← second: Tredje',
      'fourth ← third: Fjerde',
      'cousin ← first: Fætter',
    ]
    for (const card of Object.values(all)) expect(await treeFor(town.asger, card.id)).toEqual(whole)
  })

  test('goes through a card that was taken back, for those who stand in its lineage', async () => {
    all.second = await withdraw(town.lis, all.second.id)
    const kept = [
      'first ← : Første',
      'second ← first: withdrawn',
      'third ← second: Tredje',
      'fourth ← third: Fjerde',
      'cousin ← first: Fætter',
    ]
    expect(await treeFor(town.mie, all.fourth.id)).toEqual(kept)
    expect(await treeFor(town.mette, all.first.id)).toEqual(kept)
    expect(await readTrace(town.mie, all.second.id)).toMatchObject({ status: 'withdrawn', adoptions: [] })
  })

  test('ends for others where a card is not theirs to know of', async () => {
    const { torben, susanne } = town
    expect(await treeFor(torben, all.fourth.id)).toEqual(['third ← : Tredje', 'fourth ← third: Fjerde'])
    expect(await treeFor(torben, all.first.id)).toEqual(['first ← : Første', 'cousin ← first: Fætter'])
    // A cousin has no part in it.
    expect(await treeFor(susanne, all.cousin.id)).toEqual(['first ← : Første', 'cousin ← first: Fætter'])
    await refused(susanne.send('GET', `/initiatives/${all.second.id}`), 'not_found')
  })

  test('of a card that may not be seen is the family of nothing', async () => {
    const { mie, torben } = town
    await refused(torben.send('GET', `/catalogue/lineage/${all.second.id}`), 'not_found')
    await refused(mie.send('GET', `/catalogue/lineage/${all.second.id}`), 'not_found')
    await refused(torben.send('GET', `/catalogue/lineage/${NO_CARD}`), 'not_found')
    await refused(torben.send('GET', '/catalogue/lineage/x'), 'not_found')
  })

  test('of a card that is nobody’s child is the card', async () => {
    const alone = await publish(town.lis, { title: five.title })
    const response = await town.lis.send('GET', `/catalogue/lineage/${alone.id}`, undefined, {
      'portal-seen': seenOf(alone),
    })
    const { items } = lineageTree.parse(await response.json())
    expect(items).toMatchObject([{ id: alone.id, title: five.title, status: 'published' }])
  })
})
