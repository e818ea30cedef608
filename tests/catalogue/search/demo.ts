import * as z from 'zod'
import { CatalogueState } from '#functions/catalogue/replica/state.ts'
import type { Actor } from '#functions/domain/actor.ts'
import { type Change, change } from '#functions/store/items.ts'
import type { Today } from '#functions/store/organisations.ts'
import { keys } from '#functions/store/table.ts'
import { actorFrom } from '#infra/local/demo/actors.ts'
import { type DemoCard, demoCards, demoOrganisation, demoTaxonomy } from '#infra/local/demo/data.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { STATUSES, VISIBILITIES } from '#shared/rules/vocabulary.ts'

export const today: Today = {
  organisation: indexOrganisation(demoOrganisation),
  taxonomy: demoTaxonomy,
  themes: new Set(demoTaxonomy.groups.flatMap(group => group.themes.map(theme => theme.id))),
}

/** "g01" as an id of the portal. */
export const idOf = (ref: string): string => `ini_${ref.toUpperCase().padStart(26, '0')}`
export const refOf = (id: string): string => id.slice(4).replace(/^0+/, '').toLowerCase()

const stored = z.looseObject({
  unitId: z.string(),
  status: z.enum(STATUSES),
  visibility: z.enum(VISIBILITIES),
})

const NO_LISTS = { core: [], adaptable: [], themes: [], keywords: [], questions: [] }
const withoutOrigin = ({ origin, ...content }: DemoCard['input']) => content

const itemOf = (card: DemoCard): Change => {
  const { ref, input, author, createdAt, publishedAt, updatedAt } = card
  const { unitId, status, visibility } = stored.parse(card)
  const at = (ms: number) => new Date(ms).toISOString()
  return change.parse({
    ...keys.initiative(idOf(ref)),
    v: 1,
    version: 1,
    writeId: 'w',
    changedAt: 1,
    kind: 'initiative',
    status,
    visibility,
    unitId,
    areaId: today.organisation.areaOf(unitId),
    content: { ...NO_LISTS, ...withoutOrigin(input) },
    author: { personId: actorFrom(author, today.organisation).personId, unitId },
    createdAt: at(createdAt),
    updatedAt: at(updatedAt),
    ...(publishedAt === undefined ? {} : { publishedAt: at(publishedAt) }),
  })
}

export const demoChanges = (): Change[] => demoCards().map(itemOf)

/** The demo's cards as a catalogue holds them. */
export const demoSnapshot = (changes: readonly Change[] = demoChanges()) => {
  const state = new CatalogueState()
  state.apply(changes)
  return state.snapshot(today)
}

/** An employee to whom only what everybody sees is shown. */
export const anyone: Actor = {
  personId: 'per_anyone',
  name: 'Anyone',
  roles: ['employee'],
  unitFromSignIn: false,
  choosesUnit: false,
}
