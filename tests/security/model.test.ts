import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWriteId } from '#functions/platform/ids.ts'
import { keys } from '#functions/store/table.ts'
import { setClock } from '#tests/support/clock.ts'
import { startTestTable, type TestTable } from '#tests/support/database.ts'
import { bringOrganisation } from '#tests/support/norddjurs.ts'
import { compare } from './model/compare.ts'
import { emptyModel, type Model } from './model/model.ts'
import { type Action, action, PEOPLE, type Plan, planOf } from './model/plan.ts'
import { type Instance, instanceOf, outcomeOf } from './model/world.ts'

const RUNS = Number(process.env.MODEL_RUNS ?? 100)
const SEED = Number(process.env.MODEL_SEED ?? Date.now() % 2 ** 31)

const time = setClock()
let table: TestTable
let one: Instance
let other: Instance
let run = 0
let actions = 0
let races = 0

beforeAll(async () => {
  table = await startTestTable()
  one = instanceOf(table.machine(time.now).store, time.advance)
  other = instanceOf(table.machine(time.now).store, time.advance)
  await bringOrganisation(one.store)
  console.log(`model: ${RUNS} runs, seed ${SEED} (MODEL_SEED=${SEED} runs the same again)`)
})
afterAll(async () => {
  console.log(`model: ${actions} actions in ${run} runs, ${races} of them at once with another`)
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

/** One action by itself. */
const perform = async (model: Model, plan: Plan, at: Instance): Promise<void> => {
  const wanted = plan.wanted(model)
  const { code, made } = await outcomeOf(plan.run(at, wanted === undefined))
  expect([plan.what, code]).toEqual([plan.what, wanted])
  if (code === undefined) plan.apply(model, made)
  actions++
}

/** Two at once at two instances: what they were answered and left behind is as if one had come after the other. */
const race = async (model: Model, plans: readonly [Plan, Plan]): Promise<Model> => {
  const outcomes = await Promise.all([
    outcomeOf(plans[0].run(one, false)),
    outcomeOf(plans[1].run(other, false)),
  ])
  actions += 2
  races += 2
  const inOrder = (order: readonly (0 | 1)[]): Model | undefined => {
    const after = structuredClone(model)
    for (const nth of order) {
      const { code, made } = outcomes[nth]
      if (code === 'stale' && plans[nth].goesStale) continue
      if (plans[nth].wanted(after) !== code) return undefined
      if (code === undefined) plans[nth].apply(after, made)
    }
    return after
  }
  const told = plans.map(({ what }, nth) => [what, outcomes[nth]?.code])
  const possible = [inOrder([0, 1]), inOrder([1, 0])].filter(after => after !== undefined)
  expect([told, possible.length]).not.toEqual([told, 0])
  const differences: unknown[] = []
  for (const after of possible) {
    try {
      await compare(other, after)
      return after
    } catch (difference) {
      differences.push(difference)
    }
  }
  throw new AggregateError(differences, `neither order explains ${JSON.stringify(told)}`)
}

const chosen = fc.record({ first: action, second: fc.option(action, { nil: undefined, freq: 2 }) })

/** On one card; and a POST goes by the plain road: the others are races of their own. */
const racing = (next: Action, { card }: Action): Action => ({ ...next, card, road: 'plain' })

test('whatever several people do at two instances, alone or at once, the portal says what a simple model says', async () => {
  const property = fc.asyncProperty(fc.array(chosen, { minLength: 5, maxLength: 15 }), async steps => {
    run++
    await bringPeople()
    let model = emptyModel()
    for (const [nth, { first, second }] of steps.entries()) {
      const key = `${SEED}-${run}-${nth}`
      if (second === undefined) {
        const [at, away] = first.at ? [one, other] : [other, one]
        const plan = planOf(model, first, key, away)
        if (plan) await perform(model, plan, at)
        continue
      }
      const plans = [
        planOf(model, racing(first, first), `${key}a`, other),
        planOf(model, racing(second, first), `${key}b`, one),
      ] as const
      if (plans[0] && plans[1]) model = await race(model, [plans[0], plans[1]])
    }
    await compare(other, model)
  })
  await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 1000 })
}, 3_600_000)
