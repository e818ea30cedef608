import { listCatalogue } from '#functions/catalogue/list.ts'
import { parseQuery } from '#functions/catalogue/query.ts'
import type { Snapshot } from '#functions/catalogue/replica/snapshot.ts'
import { unitAdoptions } from '#functions/catalogue/unit-adoptions.ts'
import type { Actor } from '#functions/domain/actor.ts'
import type { Catalogue, CatalogueItem } from '#shared/contract/catalogue.ts'
import { organisation } from '#tests/support/norddjurs.ts'

export const NOON = Date.parse('2026-11-24T12:00:00Z')

type Asked = Record<string, string | string[]>

/** One page, asked for as over HTTP. */
export const ask = (snapshot: Snapshot, viewer: Actor, asked: Asked = {}, now = NOON): Catalogue => {
  const queries = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, [value].flat()]))
  return listCatalogue(snapshot, viewer, parseQuery(queries), now)
}

/** All pages, one after the other; `between` runs before each next page and may hand out another snapshot. */
export const walk = (
  start: Snapshot,
  viewer: Actor,
  asked: Asked = {},
  between: (page: number) => Snapshot = () => start,
): CatalogueItem[] => {
  const items: CatalogueItem[] = []
  let answer = ask(start, viewer, asked)
  for (let page = 1; ; page++) {
    items.push(...answer.items)
    if (answer.nextCursor === undefined) return items
    answer = ask(between(page), viewer, { ...asked, cursor: answer.nextCursor })
  }
}

/** Everything that a person can learn from the catalogue. */
export const observed = (snapshot: Snapshot, viewer: Actor) => ({
  fair: ask(snapshot, viewer, { limit: '100' }),
  newest: ask(snapshot, viewer, { limit: '100', sort: 'newest' }),
  drafts: ask(snapshot, viewer, { status: 'draft' }),
  withdrawn: ask(snapshot, viewer, { status: 'withdrawn' }),
  pointedAt: ask(snapshot, viewer, { spotlight: 'true' }),
  adoptions: organisation.areas.flatMap(area =>
    area.units.map(unit => unitAdoptions(snapshot, viewer, unit.id)),
  ),
})
