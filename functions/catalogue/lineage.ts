import { PortalError } from '#functions/platform/problem.ts'
import type { Kindred, LineageTree } from '#shared/contract/catalogue.ts'
import { see, type Viewer } from '#shared/rules/visibility.ts'
import { remembering } from './remembered.ts'
import type { Snapshot, Summary } from './replica/snapshot.ts'

/** The cards made from each card, the oldest first; worked out once for each moment of the catalogue. */
const remembered = remembering<ReadonlyMap<string, readonly Summary[]>>(1)

const derivedOf = (snapshot: Snapshot) =>
  remembered(snapshot, '', () => {
    const derived = new Map<string, Summary[]>()
    for (const summary of snapshot.all()) {
      if (summary.originId === undefined) continue
      derived.set(summary.originId, [...(derived.get(summary.originId) ?? []), summary])
    }
    for (const cards of derived.values()) cards.sort((a, b) => a.since - b.since)
    return derived
  })

/**
 * The family of a card as far as this person may know of it: through every card that they see, whole or as a trace,
 * up to the first and down to the last. Each card comes after the one it was made from. Throws `not_found`.
 */
export const lineageTree = (snapshot: Snapshot, viewer: Viewer, id: string): LineageTree => {
  const card = snapshot.find(id)
  if (!card || see(viewer, card.guarded) !== 'whole') throw new PortalError('not_found')
  const derived = derivedOf(snapshot)
  const childrenOf = ({ item }: Summary): readonly Summary[] => derived.get(item.id) ?? []
  const parentOf = ({ originId }: Summary): Summary | undefined =>
    originId === undefined ? undefined : snapshot.find(originId)
  const isTheirs = ({ guarded }: Summary): boolean =>
    viewer.unitId !== undefined && guarded.ownerUnitId === viewer.unitId
  const isTheirsAbove = (one: Summary | undefined): boolean =>
    one !== undefined && (isTheirs(one) || isTheirsAbove(parentOf(one)))
  const isTheirsBelow = (one: Summary): boolean =>
    childrenOf(one).some(child => isTheirs(child) || isTheirsBelow(child))

  const sightOf = (one: Summary) => {
    const isKin = isTheirsAbove(parentOf(one)) || isTheirsBelow(one)
    const adopters = one.item.adopters.map(({ unitId }) => unitId)
    const tied = isKin && viewer.unitId !== undefined ? [...adopters, viewer.unitId] : adopters
    return see(viewer, one.guarded, tied)
  }
  const firstKnown = (one: Summary): Summary => {
    const parent = parentOf(one)
    return parent && sightOf(parent) !== 'nothing' ? firstKnown(parent) : one
  }
  const from = (one: Summary, fromId?: string): Kindred[] => {
    const sight = sightOf(one)
    if (sight === 'nothing') return []
    const { title, unitId, areaId, status } = one.item
    const kin = {
      id: one.item.id,
      ...(sight === 'whole' && title !== undefined ? { title } : {}),
      ...{ unitId, areaId, status },
      ...(fromId === undefined ? {} : { fromId }),
    }
    return [kin, ...childrenOf(one).flatMap(child => from(child, one.item.id))]
  }
  return { items: from(firstKnown(card)) }
}
