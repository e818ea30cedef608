import { isoTime } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import { type Draft, type InitiativeItem, isLive } from '#functions/store/items.ts'
import { keys, TOMBSTONE_SECONDS } from '#functions/store/table.ts'
import type { Initiative, InitiativePatch } from '#shared/contract/initiative.ts'
import { belongsTo, type Sight } from '#shared/rules/visibility.ts'
import type { Act, Deps } from './actor.ts'
import { lineageUnits, pathId, requireUnit } from './approach.ts'
import { audited, demandComplete, demandKnownThemes, emptyContent, patched, sameContent } from './content.ts'
import { demand, honour, type IfMatch } from './if-match.ts'
import { countsOf, currentSpotlight, initiativeView } from './initiative-view.ts'
import { namesFrom, personKeys } from './names.ts'
import { recorded } from './recorded.ts'
import { LOST, type Outcome, settle } from './settle.ts'
import { guardedOf, sightOf } from './sight.ts'

type Stage = 'draft' | 'published' | 'withdrawn'
/** What a change makes of the card, or nothing when it already is so. */
type Next = Partial<Draft<InitiativeItem>> | undefined
type Seen = { card: InitiativeItem; sight: Sight; isOwn: boolean; at: string }

/** The one way a card changes: read it with its counts, decide, write it on condition, answer with what it became. */
const change = async (
  deps: Deps,
  act: Act,
  id: string,
  decide: (seen: Seen) => Next,
): Promise<Outcome<Initiative>> => {
  const { store, clock } = deps
  pathId(id)
  return settle(async () => {
    const [collection, marks, today] = await Promise.all([
      store.initiatives.collection(id),
      store.initiatives.commentMarks(id),
      store.organisations.today(),
    ])
    const { card } = collection
    if (!card || !isLive(card)) throw new PortalError('not_found')
    const { organisation } = today
    const adopters = collection.adoptions.map(adoption => adoption.unitId)
    let sight = sightOf(act.actor, card, organisation, adopters)
    if (sight === 'nothing')
      sight = sightOf(act.actor, card, organisation, await lineageUnits(deps, card, today))
    if (sight === 'nothing') throw new PortalError('not_found')
    requireUnit(act.actor)

    const isOwn = sight === 'whole' && belongsTo(act.actor, guardedOf(card, organisation))
    const at = isoTime(clock())
    const next = decide({ card, sight, isOwn, at })
    const { v, version, writeId, changedAt, ...kept } = card
    const draft = next ? { ...kept, ...audited(act, at, card.notCpr), ...next, updatedAt: at } : undefined
    const spotlight = currentSpotlight(collection.spotlights)
    const authors = [card, ...(spotlight ? [spotlight] : [])].map(one => one.author.personId)
    const [result, persons] = await Promise.all([
      draft ? store.initiatives.write(draft, version, act.writeId) : { landed: true as const, version },
      store.table.getMany(personKeys(authors)),
    ])
    if (!result.landed) return LOST
    const now = draft ? { ...draft, v, version: result.version, writeId: act.writeId, changedAt } : card
    const counts = countsOf(collection, marks.filter(mark => !mark.deleted).length)
    return {
      body: initiativeView(now, { organisation, names: namesFrom(persons), counts, spotlight }),
      version: result.version,
      wrote: [store.initiatives.written(id, result.version)],
    }
  })
}

const demandOwn = ({ isOwn }: Seen): void => {
  if (!isOwn) throw new PortalError('forbidden')
}

/** Edits of content and visibility, by the unit's people, against the version they saw. */
export const patchInitiative = async (
  deps: Deps,
  act: Act,
  id: string,
  patch: InitiativePatch,
  ifMatch: IfMatch,
) => {
  demandKnownThemes(patch.themes, (await deps.store.organisations.today()).themes)
  return change(deps, act, id, seen => {
    demandOwn(seen)
    const { card } = seen
    if (card.status === 'withdrawn') throw new PortalError('not_editable')
    demand(ifMatch, card.version)
    const content = patched(card.content, patch)
    if (card.status === 'published') demandComplete(content)
    const visibility = patch.visibility ?? card.visibility
    const unchanged = visibility === card.visibility && sameContent(content, card.content)
    return unchanged ? undefined : { content, visibility }
  })
}

/** Out to those who may see it; from a draft, or again after it was withdrawn. Repeating changes nothing. */
export const publishInitiative = (deps: Deps, act: Act, id: string, ifMatch: IfMatch) =>
  change(deps, act, id, seen => {
    demandOwn(seen)
    const { card, at } = seen
    if (card.status === 'published') return undefined
    honour(ifMatch, card.version)
    demandComplete(card.content)
    return {
      status: 'published',
      publishedAt: card.publishedAt ?? at,
      withdrawnReason: undefined,
      withdrawnAt: undefined,
    }
  })

/** Taken back, with a sentence that says why. The same sentence again changes nothing; another is a conflict. */
export const withdrawInitiative = (deps: Deps, act: Act, id: string, reason: string, ifMatch: IfMatch) =>
  change(deps, act, id, ({ card, sight, isOwn, at }) => {
    const mayWithdraw = isOwn || (sight === 'whole' && act.actor.roles.includes('moderator'))
    if (!mayWithdraw) throw new PortalError('forbidden')
    const status: Stage = card.status
    if (status === 'draft')
      throw new PortalError('not_published', { detail: 'En kladde kan slettes, ikke trækkes tilbage.' })
    if (status === 'withdrawn') {
      if (card.withdrawnReason === reason) return undefined
      throw new PortalError('conflict', {
        detail: 'Kortet er allerede trukket tilbage med en anden begrundelse.',
      })
    }
    honour(ifMatch, card.version)
    return {
      status: 'withdrawn',
      withdrawnReason: reason,
      withdrawnAt: at,
      ...(isOwn ? {} : recorded(act, at, 'withdrew', card, reason)),
    }
  })

/** Gone for good: a draft by its unit, anything a moderator may see by them. Leaves a tombstone without words. */
export const deleteInitiative = (deps: Deps, act: Act, id: string, ifMatch: IfMatch) =>
  change(deps, act, id, ({ card, sight, isOwn, at }) => {
    const isModerator = sight === 'whole' && act.actor.roles.includes('moderator')
    if (!(isOwn && card.status === 'draft') && !isModerator) throw new PortalError('forbidden')
    honour(ifMatch, card.version)
    return {
      ...keys.initiative(id),
      content: emptyContent,
      withdrawnReason: undefined,
      notCpr: undefined,
      hidden: undefined,
      ...(isOwn ? {} : recorded(act, at, 'deleted', card)),
      deleted: true,
      expiresAt: Math.floor(deps.clock() / 1000) + TOMBSTONE_SECONDS,
    }
  })
