import { isoTime } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type AdoptionItem, type Draft, isLive } from '#functions/store/items.ts'
import { keys, TOMBSTONE_SECONDS } from '#functions/store/table.ts'
import type { Adoption, AdoptionInput } from '#shared/contract/adoption.ts'
import type { Act, Deps } from './actor.ts'
import { approach, pathId, requireUnit } from './approach.ts'
import { audited, sameContent } from './content.ts'
import { honour, type IfMatch } from './if-match.ts'
import { adoptionView } from './initiative-view.ts'
import { derivedBy, lineageOf } from './lineage.ts'
import { authorOf, nameOfActor, namesFrom, personKeys } from './names.ts'
import { LOST, type Outcome, settle } from './settle.ts'
import { isOut } from './sight.ts'

export type Adopted = Outcome<Adoption> & { created: boolean }

const contentOf = (item: AdoptionItem | AdoptionInput): AdoptionInput => ({
  stage: item.stage,
  fidelity: item.fidelity,
  kept: item.kept,
  changed: item.changed,
  touchesCore: item.touchesCore,
  startedOn: item.startedOn,
  outcome: item.outcome,
  outcomeText: item.outcomeText,
  surprise: item.surprise,
  thanks: item.thanks,
})

/** When the outcome was last told: now if it or its text changed, else as before; never when nothing is told. */
const reportedAt = (
  input: AdoptionInput,
  before: AdoptionItem | undefined,
  at: string,
): string | undefined => {
  if (input.outcome === undefined && input.outcomeText === undefined) return undefined
  const same = before?.outcome === input.outcome && before?.outcomeText === input.outcomeText
  return same && before ? before.reportedAt : at
}

const reached = ({ stage }: AdoptionInput, before: AdoptionItem | undefined, at: string) =>
  stage === 'in_use' || stage === 'stopped' ? { [stage]: at, ...before?.reached } : before?.reached

/**
 * Another unit takes the card, or tells how it goes: one adoption for each card and unit, replaced whole.
 * Those who adopted a card that was withdrawn or narrowed may still tell.
 */
export const putAdoption = async (
  deps: Deps,
  act: Act,
  id: string,
  unitId: string,
  input: AdoptionInput,
  ifMatch: IfMatch,
): Promise<Adopted> => {
  const { store, clock } = deps
  const cardId = pathId(id)
  return settle(async () => {
    const [{ card, mine, sight, isOwn, today }, hints] = await Promise.all([
      approach(deps, act.actor, cardId),
      store.initiatives.hints(cardId),
    ])
    const { organisation } = today
    if (!organisation.isOpen(unitId)) throw new PortalError('not_found')
    if (requireUnit(act.actor) !== unitId)
      throw new PortalError('forbidden', { detail: 'I kan kun skrive jeres egen enhed på kortet.' })
    if (isOwn) throw new PortalError('own_initiative')
    const before = mine && isLive(mine) ? mine : undefined
    const isOpen = sight === 'whole' && isOut(card)
    if (!before && !isOpen) throw new PortalError('not_published')
    honour(ifMatch, before?.version)

    const ours = hints.filter(hint => organisation.ownerOf(hint.unitId) === unitId)
    /** What the answer tells beside the adoption itself; a trace of a card tells of no other card. */
    const readBeside = async (...persons: string[]) => {
      const cards = sight === 'whole' ? ours.map(hint => keys.initiative(hint.derivedId)) : []
      const rows = await store.table.getMany([...personKeys(persons), ...cards])
      const derived = derivedBy(lineageOf(act.actor, card, rows, today))
      return { rows, context: { viewer: act.actor, organisation, derivedInitiativeId: derived.get(unitId) } }
    }
    if (before && sameContent(contentOf(before), contentOf(input))) {
      const { rows, context } = await readBeside(before.author.personId)
      const body = adoptionView(before, { ...context, names: namesFrom(rows) })
      return { body, version: before.version, wrote: [writtenOf(before)], created: false }
    }

    const at = isoTime(clock())
    const draft: Draft<AdoptionItem> = {
      ...keys.adoption(id, unitId),
      kind: 'adoption',
      initiativeId: id,
      unitId,
      areaId: organisation.areaOf(unitId) ?? '',
      ...contentOf(input),
      author: authorOf(act.actor, unitId),
      reportedAt: reportedAt(input, before, at),
      reached: reached(input, before, at),
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
      ...audited(act, at, before?.notCpr),
      // What a moderator said of the text is said of what replaces it, until they say otherwise: taken back or not.
      hidden: mine?.hidden,
      moderation: mine?.moderation,
    }
    const [result, { context }] = await Promise.all([
      store.adoptions.write(draft, mine?.version, act.writeId),
      readBeside(),
    ])
    if (!result.landed) return LOST
    const item = { ...draft, v: 1 as const, version: result.version, writeId: act.writeId, changedAt: 0 }
    return {
      body: adoptionView(item, { ...context, names: nameOfActor(act.actor) }),
      version: result.version,
      wrote: [writtenOf(item)],
      created: !before,
    }
  })
}

const writtenOf = ({ pk, sk, version }: AdoptionItem) => ({ pk, sk, version })

/** The unit is no longer on the card. Done already counts as done, whatever became of the card. */
export const deleteAdoption = async (
  deps: Deps,
  act: Act,
  id: string,
  unitId: string,
  ifMatch: IfMatch,
): Promise<Outcome<null>> => {
  const { store, clock } = deps
  pathId(id)
  return settle(async () => {
    const { organisation } = await store.organisations.today()
    if (!organisation.isOpen(unitId)) throw new PortalError('not_found')
    if (requireUnit(act.actor) !== unitId) throw new PortalError('forbidden')
    const before = store.adoptions.parse(await store.table.get(keys.adoption(id, unitId)))
    if (!before || !isLive(before)) return { body: null, wrote: before ? [writtenOf(before)] : [] }
    honour(ifMatch, before.version)
    const at = isoTime(clock())
    const draft: Draft<AdoptionItem> = {
      ...keys.adoption(id, unitId),
      kind: 'adoption',
      initiativeId: id,
      unitId,
      areaId: before.areaId,
      stage: before.stage,
      fidelity: before.fidelity,
      kept: '',
      changed: '',
      touchesCore: false,
      author: before.author,
      createdAt: before.createdAt,
      updatedAt: at,
      hidden: before.hidden,
      moderation: before.moderation,
      deleted: true,
      expiresAt: Math.floor(clock() / 1000) + TOMBSTONE_SECONDS,
    }
    const result = await store.adoptions.write(draft, before.version, act.writeId)
    return result.landed
      ? { body: null, wrote: [{ ...keys.adoption(id, unitId), version: result.version }] }
      : LOST
  })
}
