import type { UnitAdoptions } from '#shared/contract/catalogue.ts'
import { see, type Viewer } from '#shared/rules/visibility.ts'
import { adoptionView } from '#functions/domain/initiative-view.ts'
import type { Today } from '#functions/store/organisations.ts'
import type { CatalogueState } from './state.ts'
import { summaryOf } from './summary.ts'

/** A unit's adoptions of cards that the viewer may see, newest first, each with its card as lists show it. */
export const unitAdoptions = (state: CatalogueState, viewer: Viewer, unitId: string, { organisation }: Today): UnitAdoptions => {
  const names = (id: string) => state.names.get(id)
  const items: UnitAdoptions['items'] = []
  for (const entry of state.entries.values()) {
    for (const adoption of entry.adoptions.values()) {
      if (organisation.placeOf(adoption.unitId, adoption.areaId).unitId !== unitId) continue
      const summary = summaryOf(state, entry, organisation)
      if (!summary || see(viewer, summary.guarded) !== 'whole') continue
      const derivedInitiativeId = derivedBy(state, viewer, entry.id, unitId, organisation)
      items.push({ ...adoptionView(adoption, { organisation, names, derivedInitiativeId }), initiative: summary.item })
    }
  }
  return { items: items.sort((a, b) => (a.updatedAt > b.updatedAt ? -1 : 1)) }
}

/** The card that the unit made of its adoption, if the viewer may know of it. */
const derivedBy = (state: CatalogueState, viewer: Viewer, originId: string, unitId: string, organisation: Today['organisation']) => {
  for (const id of state.derived.get(originId) ?? []) {
    const entry = state.entries.get(id)
    const summary = entry && summaryOf(state, entry, organisation)
    if (summary?.item.unitId === unitId && see(viewer, summary.guarded) === 'whole') return id
  }
  return undefined
}
