import type { Area, FormerUnit, Organisation, Unit } from '#shared/contract/organisation.ts'
import { slugOf } from '#shared/rules/slug.ts'
import { FileProblem, type UnitRow } from './organisation-file.ts'

/** What an import would do, one thing at a time; merged: several units closed into one that goes on. */
export type Step = {
  what:
    | 'area_added'
    | 'area_renamed'
    | 'area_gone'
    | 'added'
    | 'reopened'
    | 'renamed'
    | 'moved'
    | 'merged'
    | 'closed'
  id: string
  /** As it was, or as it is where it is new. */
  name: string
  /** The new name, the new area, or who takes over. */
  to?: string | undefined
}
export type Plan = { next: Organisation; steps: Step[] }

const same = (a: string, b: string): boolean => a.localeCompare(b, 'da', { sensitivity: 'accent' }) === 0

type Known = { unit: Unit; area: Area }
type Placed = { row: UnitRow; id: string; areaId: string }

const knownIn = (organisation: Organisation): Map<string, Known> =>
  new Map(organisation.areas.flatMap(area => area.units.map(unit => [unit.id, { unit, area }] as const)))

/** Every row with its ids: as given, else as a unit or an area of the same name has it, else made of the name. */
const place = (current: Organisation, rows: readonly UnitRow[]): Placed[] => {
  const units = [...knownIn(current).values()].map(({ unit }) => unit)
  const all = [...units, ...(current.former ?? [])]
  return rows.map(row => ({
    row,
    id: row.unitId ?? all.find(({ name }) => same(name, row.unit))?.id ?? slugOf(row.unit),
    areaId: row.areaId ?? current.areas.find(({ name }) => same(name, row.area))?.id ?? slugOf(row.area),
  }))
}

const areasOf = (current: Organisation, open: readonly Placed[]): Area[] => {
  const areas = new Map<string, Area>()
  const before = new Map(current.areas.map(area => [area.id, area]))
  const units = knownIn(current)
  for (const { row, id, areaId } of open) {
    const area = areas.get(areaId) ?? {
      id: areaId,
      name: row.area,
      shortName: row.shortName ?? before.get(areaId)?.shortName ?? row.area,
      units: [],
    }
    const kind = row.kind ?? units.get(id)?.unit.kind ?? 'enhed'
    areas.set(areaId, { ...area, units: [...area.units, { id, name: row.unit, kind }] })
  }
  return [...areas.values()]
}

const repeatsIn = (placed: readonly Placed[]): string[] => {
  const first = new Map<string, number>()
  return placed.flatMap(({ row, id }) => {
    const before = first.get(id)
    first.set(id, before ?? row.line)
    return before === undefined ? [] : [`Linje ${row.line}: enheden »${id}« står også i linje ${before}.`]
  })
}

/** Areas by the name of the first row that names them: two names for one id is a slip of the pen. */
const namesOfAreas = (open: readonly Placed[]): string[] => {
  const names = new Map<string, string>()
  return open.flatMap(({ row, areaId }) => {
    const name = names.get(areaId) ?? row.area
    names.set(areaId, name)
    return name === row.area
      ? []
      : [`Linje ${row.line}: området »${areaId}« hedder både »${name}« og »${row.area}«.`]
  })
}

const stepsBetween = (current: Organisation, next: Organisation, closed: readonly FormerUnit[]): Step[] => {
  const before = knownIn(current)
  const after = knownIn(next)
  const former = new Set((current.former ?? []).map(({ id }) => id))
  const areasBefore = new Map(current.areas.map(area => [area.id, area]))
  const areasAfter = new Map(next.areas.map(area => [area.id, area]))
  const shared = closed
    .filter(({ successorId }) => successorId !== undefined)
    .map(({ successorId }) => successorId)
  const isMerged = ({ successorId }: FormerUnit) => shared.filter(one => one === successorId).length > 1
  const nameOf = (id: string | undefined) => (id === undefined ? undefined : after.get(id)?.unit.name)
  return [
    ...next.areas.flatMap(({ id, name }): Step[] => {
      const was = areasBefore.get(id)
      if (!was) return [{ what: 'area_added', id, name }]
      return was.name === name ? [] : [{ what: 'area_renamed', id, name: was.name, to: name }]
    }),
    ...[...after.values()].flatMap(({ unit: { id, name }, area }): Step[] => {
      const was = before.get(id)
      if (!was) return [{ what: former.has(id) ? 'reopened' : 'added', id, name, to: area.name }]
      const renamed: Step[] =
        was.unit.name === name ? [] : [{ what: 'renamed', id, name: was.unit.name, to: name }]
      const moved: Step[] = was.area.id === area.id ? [] : [{ what: 'moved', id, name, to: area.name }]
      return [...renamed, ...moved]
    }),
    ...closed.map(
      (unit): Step => ({
        what: isMerged(unit) ? 'merged' : 'closed',
        id: unit.id,
        name: unit.name,
        to: nameOf(unit.successorId),
      }),
    ),
    ...current.areas.flatMap(({ id, name }): Step[] =>
      areasAfter.has(id) ? [] : [{ what: 'area_gone', id, name }],
    ),
  ]
}

/**
 * The organisation as a list has it, and what that changes. Nothing is closed by being left out: a unit that is known and
 * not in the list, or closed without saying who takes over its cards, is refused. Throws `FileProblem`.
 */
export const planOrganisation = (current: Organisation, rows: readonly UnitRow[]): Plan => {
  const placed = place(current, rows)
  const problems = [...repeatsIn(placed)]
  const open = placed.filter(({ row }) => !row.closed)
  problems.push(...namesOfAreas(open))
  if (open.length === 0) problems.push('Der er ingen åbne enheder i filen.')
  const before = knownIn(current)
  const formerBefore = new Map((current.former ?? []).map(unit => [unit.id, unit]))
  const listed = new Set(placed.map(({ id }) => id))
  for (const { unit } of before.values()) {
    if (!listed.has(unit.id))
      problems.push(
        `»${unit.name}« (${unit.id}) står ikke i filen. Skriv den med »ja« under Lukket og den, der tog over, under Afløser.`,
      )
  }
  const closed = placed.flatMap(({ row, id }): FormerUnit[] => {
    if (!row.closed) return []
    const was = before.get(id)
    if (!was) {
      if (!formerBefore.has(id))
        problems.push(`Linje ${row.line}: »${row.unit}« kan ikke lukkes, for den kendes ikke.`)
      return []
    }
    const kept = { id, name: was.unit.name, areaId: was.area.id }
    if (row.successor !== undefined && same(row.successor, 'ingen')) return [kept]
    const wanted = row.successor
    const successor = open.find(
      one => wanted !== undefined && (one.id === wanted || same(one.row.unit, wanted)),
    )
    if (!successor) {
      problems.push(
        `Linje ${row.line}: skriv en åben enhed under Afløser for »${was.unit.name}«, eller »ingen«: så får moderatorerne dens kort.`,
      )
      return []
    }
    return [{ ...kept, successorId: successor.id }]
  })
  if (problems.length > 0) throw new FileProblem(problems)
  const isOpen = new Set(open.map(({ id }) => id))
  const former = [...formerBefore.values()].filter(({ id }) => !isOpen.has(id)).concat(closed)
  const next = { areas: areasOf(current, open), ...(former.length > 0 ? { former } : {}) }
  return { next, steps: stepsBetween(current, next, closed) }
}
