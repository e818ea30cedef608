import type { Area, FormerUnit, Organisation, Unit } from '../contract/organisation.ts'

/** Today's organisation, made quick to ask. Pure; make it once and keep it. */
export type OrganisationIndex = ReturnType<typeof indexOrganisation>

export const indexOrganisation = (organisation: Organisation) => {
  const units = new Map<string, { unit: Unit; area: Area }>()
  for (const area of organisation.areas) for (const unit of area.units) units.set(unit.id, { unit, area })
  const areas = new Map(organisation.areas.map(area => [area.id, area]))
  const former = new Map<string, FormerUnit>((organisation.former ?? []).map(unit => [unit.id, unit]))

  /** The unit itself while it is open, else the one that took over, else none. */
  const ownerOf = (unitId: string, hops = 0): string | undefined => {
    if (units.has(unitId)) return unitId
    const successor = former.get(unitId)?.successorId
    return successor === undefined || hops > 20 ? undefined : ownerOf(successor, hops + 1)
  }

  return {
    organisation,
    isOpen: (unitId: string): boolean => units.has(unitId),
    areaOf: (unitId: string): string | undefined => units.get(unitId)?.area.id,
    area: (areaId: string): Area | undefined => areas.get(areaId),
    unitName: (unitId: string): string | undefined =>
      units.get(unitId)?.unit.name ?? former.get(unitId)?.name,
    ownerOf: (unitId: string): string | undefined => ownerOf(unitId),
    /** Where a unit's things stand today: its owner's unit and area, or what was written when nobody took over. */
    placeOf: (unitId: string, areaThen: string): { unitId: string; areaId: string } => {
      const owner = ownerOf(unitId)
      const areaId = owner === undefined ? former.get(unitId)?.areaId : units.get(owner)?.area.id
      return { unitId: owner ?? unitId, areaId: areaId ?? areaThen }
    },
  }
}
