import { expect } from 'vitest'
import { readInitiative } from '#functions/domain/read-initiative.ts'
import { type Model, type ModelCard, sees } from './model.ts'
import { PEOPLE } from './plan.ts'
import { type Instance, outcomeOf } from './world.ts'

/** What everybody sees of a card at an instance, against what the model says. */
const compareCard = async (at: Instance, model: Model, card: ModelCard) => {
  for (const who of PEOPLE) {
    const { code, made } = await outcomeOf(readInitiative(at.deps, who, card.id))
    if (!sees(card, who)) {
      const isTied = card.status !== 'draft' && card.adoptions.has(who.unitId ?? '')
      if (made) expect('lineage' in made.body).toBe(false)
      if (!isTied) expect([who.name, card.status, code]).toEqual([who.name, card.status, 'not_found'])
      continue
    }
    if (!made) throw new Error(`${who.name} does not see ${card.id}: ${code}`)
    const { body } = made
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

/** Everything there is, as an instance tells it, against the model. Throws where they differ. */
export const compare = async (at: Instance, model: Model): Promise<void> => {
  for (const card of model.cards) await compareCard(at, model, card)
  for (const [id, reason] of model.reports) {
    const found = await at.store.moderation.findReport(id)
    expect([id, found?.reason]).toEqual([id, reason])
  }
}
