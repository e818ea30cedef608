import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readInitiative } from '#functions/domain/read-initiative.ts'
import { newWriteId } from '#functions/platform/ids.ts'
import { keys } from '#functions/store/table.ts'
import { setClock } from '#tests/support/clock.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'
import { bringOrganisation } from '#tests/support/norddjurs.ts'
import { action, PEOPLE, perform } from './model/actions.ts'
import { emptyModel, type Model, type ModelCard, sees } from './model/model.ts'
import { codeOf, type Instance, instanceOf } from './model/world.ts'

const RUNS = Number(process.env.MODEL_RUNS ?? 100)
const SEED = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)

const time = setClock()
let table: TestTable
let one: Instance
let other: Instance
let run = 0
let actions = 0

beforeAll(async () => {
  table = await startTestTable()
  one = instanceOf(table.machine(time.now).store)
  other = instanceOf(table.machine(time.now).store)
  await bringOrganisation(one.store)
  console.log(`model: ${RUNS} runs, seed ${SEED} (MODEL_SEED=${SEED} runs the same again)`)
})
afterAll(async () => {
  console.log(`model: ${actions} actions in ${run} runs`)
  await table.stop()
})

/** Everybody is there again, whoever was erased before. */
const bringPeople = () =>
  Promise.all(
    PEOPLE.map(async ({ personId: id, name, roles }) => {
      const before = await one.store.persons.find(id)
      const person = {
        ...keys.person(id),
        kind: 'person' as const,
        id,
        name,
        roles: [...roles],
        preferences: {},
      }
      await one.store.persons.write(person, before?.version, newWriteId())
    }),
  )

/** What everybody sees of a card, against what the model says. */
const compare = async (model: Model, card: ModelCard) => {
  for (const who of PEOPLE) {
    if (!sees(card, who)) {
      const isTied = card.status !== 'draft' && card.adoptions.has(who.unitId ?? '')
      const code = await codeOf(
        readInitiative(other.deps, who, card.id).then(({ body }) => expect('lineage' in body).toBe(false)),
      )
      if (!isTied) expect([who.name, card.status, code]).toEqual([who.name, card.status, 'not_found'])
      continue
    }
    const { body } = await readInitiative(other.deps, who, card.id)
    if (!('lineage' in body)) throw new Error('only a trace')
    const live = [...card.comments.values()].filter(comment => !comment.isDeleted)
    expect({
      status: body.status,
      title: body.title,
      counts: body.counts,
      adoptions: body.adoptions.map(({ unitId, kept }) => [unitId, kept]).sort(),
      spotlight: body.spotlight?.reason,
      reacted: body.reacted,
    }).toEqual({
      status: card.status,
      title: card.title,
      counts: {
        comments: live.length,
        adoptions: card.adoptions.size,
        inUse: 0,
        reactions: card.reactions.size,
      },
      adoptions: [...card.adoptions].sort(),
      spotlight: card.spotlight,
      reacted: card.reactions.has(who.personId),
    })
    for (const { id, author } of body.comments.items.filter(item => !item.deleted)) {
      const by = card.comments.get(id)?.by ?? ''
      const isErased = model.erased.has(by)
      expect([by, author.name === 'Tidligere medarbejder']).toEqual([by, isErased])
    }
  }
}

test('whatever several people do at two instances, the portal says what a simple model says', async () => {
  const property = fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 25 }), async chosen => {
    run++
    await bringPeople()
    const model = emptyModel()
    for (const [nth, next] of chosen.entries()) {
      const world = { one, other, model, advance: time.advance, key: `${SEED}-${run}-${nth}` }
      const step = await perform(world, next)
      expect([next.what, step.got]).toEqual([next.what, step.wanted])
      actions++
    }
    for (const card of model.cards) await compare(model, card)
  })
  await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 1000 })
}, 3_600_000)
