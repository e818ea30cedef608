import type { Snapshot } from '#functions/catalogue/replica/snapshot.ts'
import { CatalogueState } from '#functions/catalogue/replica/state.ts'
import { type Change, change } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { keys } from '#functions/store/table.ts'
import { today } from '#tests/support/norddjurs.ts'

export const cardId = (n: number): string => `ini_${String(n).padStart(26, '0')}`

type Image = Record<string, unknown>
const item = (image: Image): Change =>
  change.parse({ v: 1, version: 1, writeId: 'w', changedAt: 1, ...image })

/** A published card of the school, in 2026, unless said otherwise. */
export const card = (n: number, image: Image = {}, content: Image = {}): Change =>
  item({
    ...keys.initiative(cardId(n)),
    kind: 'initiative',
    status: 'published',
    visibility: 'organisation',
    unitId: 'skolen',
    areaId: 'boern',
    author: { personId: 'per_soeren', unitId: 'skolen' },
    createdAt: '2026-03-02T09:00:00Z',
    updatedAt: '2026-03-02T09:00:00Z',
    publishedAt: '2026-03-02T09:00:00Z',
    content: {
      title: `Greb ${n}`,
      experience: 'works',
      core: [],
      adaptable: [],
      themes: [],
      keywords: [],
      questions: [],
      ...content,
    },
    ...image,
  })

/** The road crew uses it since April 2026, unless said otherwise. */
export const adoption = (n: number, image: Image = {}): Change => {
  const unitId = typeof image.unitId === 'string' ? image.unitId : 'vejhold'
  return item({
    ...keys.adoption(cardId(n), unitId),
    kind: 'adoption',
    initiativeId: cardId(n),
    unitId,
    areaId: 'vej',
    stage: 'in_use',
    fidelity: 'inspired',
    kept: '',
    changed: '',
    touchesCore: false,
    author: { personId: 'per_ole', unitId },
    createdAt: '2026-04-10T09:00:00Z',
    updatedAt: '2026-05-10T09:00:00Z',
    ...image,
  })
}

export const snapshotOf = (changes: readonly Change[], under: Today = today): Snapshot => {
  const state = new CatalogueState()
  state.apply(changes)
  return state.snapshot(under)
}
