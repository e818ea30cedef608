import { isoTime } from '#functions/platform/clock.ts'
import { initiativeItem } from '#functions/store/items.ts'
import { initiativeIdOf } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import type { MyData } from '#shared/contract/my-data.ts'
import type { Actor, Deps } from './actor.ts'
import { sightOf } from './sight.ts'

/** How the item is kept, not what it says; and what would open a session. */
const HOW = [
  'pk',
  'sk',
  'v',
  'writeId',
  'feed',
  'doneBy',
  'kind',
  'refresh',
  'moderation',
  'notCpr',
  'emptyAt',
]

const told = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => !HOW.includes(name) && value !== undefined),
  )

/** Everything that the portal holds about the one who asks. Of cards that they may no longer see, that they made them. */
export const readMyData = async (deps: Deps, actor: Actor): Promise<MyData> => {
  const { store, clock } = deps
  const [rows, { organisation }] = await Promise.all([
    store.personal.rows(actor.personId),
    store.organisations.today(),
  ])
  const of = (kind: string): Row[] => rows.filter(row => row.kind === kind && row.deleted !== true)
  const [person] = of('person')
  return {
    at: isoTime(clock()),
    ...(person ? { person: told(person) } : {}),
    sessions: of('session').map(({ renewedAt, endsAt }) => ({
      lastUsed: isoTime(Number(renewedAt)),
      ends: isoTime(Number(endsAt)),
    })),
    initiatives: of('initiative').map(row => {
      const card = initiativeItem.parse(row)
      const id = initiativeIdOf(card.pk)
      if (sightOf(actor, card, organisation) === 'whole') return { id, ...told(row) }
      return { id, unitId: card.unitId, createdAt: card.createdAt }
    }),
    adoptions: of('adoption').map(told),
    comments: of('comment').map(told),
    reactions: of('reaction').map(row => ({ initiativeId: initiativeIdOf(String(row.pk)), ...told(row) })),
    spotlights: of('spotlight').map(row => ({ initiativeId: initiativeIdOf(String(row.pk)), ...told(row) })),
    reports: of('report').map(told),
    moderation: of('trail').map(told),
    rates: rows
      .filter(row => row.emptyAt !== undefined)
      .map(row => ({ what: row.sk, lastAbout: isoTime(Number(row.emptyAt)) })),
  }
}
