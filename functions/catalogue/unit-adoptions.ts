import { adoptionView } from '#functions/domain/initiative-view.ts'
import type { UnitAdoptions } from '#shared/contract/catalogue.ts'
import { see, type Viewer } from '#shared/rules/visibility.ts'
import type { Snapshot, Summary } from './replica/snapshot.ts'

/** A unit's adoptions of cards that the viewer may see whole, the last touched first, each with its card as lists show it. */
export const unitAdoptions = (snapshot: Snapshot, viewer: Viewer, unitId: string): UnitAdoptions => {
  const { organisation } = snapshot.today
  const names = (id: string) => snapshot.names.get(id)
  const made = madeBy(snapshot, unitId)
  const items: UnitAdoptions['items'] = []
  for (const { item, guarded, adoptions } of snapshot.all()) {
    if (!item.adopters.some(adopter => adopter.unitId === unitId)) continue
    if (see(viewer, guarded) !== 'whole') continue
    // Who owns the origin may know that the card made of it was there (API.md, "Withdrawn").
    const tied = guarded.ownerUnitId === undefined ? [] : [guarded.ownerUnitId]
    const derived = (made.get(item.id) ?? []).filter(one => see(viewer, one.guarded, tied) !== 'nothing')
    const derivedInitiativeId = derived
      .map(one => one.item.id)
      .sort()
      .at(-1)
    for (const adoption of adoptions) {
      if (organisation.placeOf(adoption.unitId, adoption.areaId).unitId !== unitId) continue
      items.push({
        ...adoptionView(adoption, { viewer, organisation, names, derivedInitiativeId }),
        initiative: item,
      })
    }
  }
  return { items: items.sort(lastTouchedFirst) }
}

type Adopted = UnitAdoptions['items'][number]

const lastTouchedFirst = (a: Adopted, b: Adopted): number => {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? -1 : 1
  return a.initiativeId < b.initiativeId ? -1 : 1
}

/** The unit's own cards, by the card that they were made from. */
const madeBy = (snapshot: Snapshot, unitId: string): ReadonlyMap<string, readonly Summary[]> => {
  const made = new Map<string, Summary[]>()
  for (const summary of snapshot.all()) {
    if (summary.originId === undefined || summary.item.unitId !== unitId) continue
    made.set(summary.originId, [...(made.get(summary.originId) ?? []), summary])
  }
  return made
}
