import { isoTime } from '#functions/platform/clock.ts'
import { PortalError } from '#functions/platform/problem.ts'
import type { RetryScope } from '#functions/store/idempotency.ts'
import { type Draft, isLive, type ReportItem, type TextedItem, textedItem } from '#functions/store/items.ts'
import { keys } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import type { Report, ReportInput, Reports, Settlement, Target, Trail } from '#shared/contract/moderation.ts'
import type { Act, Actor, Deps } from './actor.ts'
import { audited } from './content.ts'
import { approachText, demandModerator, keyOf } from './moderate.ts'
import { authorOf, authorView, type Names, nameOf, nameOfActor, namesFrom, personKeys } from './names.ts'
import { earlierSlot, reservationKeys, reserveSlot } from './once.ts'
import { LOST, type Outcome, settle } from './settle.ts'

const REPORTS_PAGE = 200
const TRAIL_PAGE = 100
const EXCERPT = 280

const reportView = (item: ReportItem, names: Names): Report => ({
  id: item.id,
  target: item.target,
  reason: item.reason,
  author: authorView(item.author, names),
  createdAt: item.createdAt,
  ...(item.outcome === undefined ? {} : { outcome: item.outcome }),
  ...(item.answer === undefined ? {} : { answer: item.answer }),
  ...(item.settledAt === undefined ? {} : { settledAt: item.settledAt }),
})

/** Somebody who may read a text says what is wrong with it. Nothing happens to the text by that. */
export const reportText = async (
  deps: Deps,
  act: Act,
  initiativeId: string,
  { reason, commentId, unitId }: ReportInput,
  scope?: RetryScope,
): Promise<Outcome<Report> & { replayed: boolean }> => {
  const target: Target = { initiativeId, commentId, unitId }
  const { row } = await approachText(deps, act, target, reservationKeys(deps, scope))
  const slot = earlierSlot(deps, scope, row) ?? (await reserveSlot(deps, scope, deps.ids.report, act.writeId))
  const createdAt = isoTime(slot.at)
  const draft: Draft<ReportItem> = {
    ...keys.report(slot.id),
    kind: 'report',
    id: slot.id,
    target,
    reason,
    author: authorOf(act.actor, act.actor.unitId ?? ''),
    createdAt,
    ...audited(act, createdAt),
  }
  const result = await deps.store.moderation.writeReport(draft, undefined, act.writeId)
  const item = result.landed
    ? { ...draft, v: 1 as const, version: result.version, writeId: act.writeId, changedAt: 0 }
    : await deps.store.moderation.findReport(slot.id)
  if (!item) throw new PortalError('not_found')
  return { body: reportView(item, nameOfActor(act.actor)), wrote: [], replayed: slot.seenBefore }
}

/** The report is dealt with, in words to the one who made it. The same again changes nothing. */
export const settleReport = (deps: Deps, act: Act, id: string, { outcome, answer }: Settlement) =>
  settle(async (): Promise<Outcome<null> | typeof LOST> => {
    demandModerator(act)
    const item = /^[0-9A-Z]{26}$/.test(id) ? await deps.store.moderation.findReport(id) : undefined
    if (!item || !isLive(item)) throw new PortalError('not_found')
    if (item.outcome === outcome && item.answer === answer) return { body: null, wrote: [] }
    const { v, version, writeId, changedAt, ...kept } = item
    const settledBy = authorOf(act.actor, act.actor.unitId ?? '')
    const settledAt = isoTime(deps.clock())
    const vouched = audited(act, settledAt, item.notCpr)
    const draft = { ...kept, outcome, answer, settledAt, settledBy, ...vouched }
    const result = await deps.store.moderation.writeReport(draft, version, act.writeId)
    return result.landed ? { body: null, wrote: [] } : LOST
  })

const wordsOf = (item: TextedItem): string => {
  if (item.kind === 'comment') return item.text
  if (item.kind === 'adoption') return [item.outcomeText, item.kept, item.changed].filter(Boolean).join(' ')
  return item.content.summary ?? ''
}

/** Of what is still there, the card's title and how the text begins. */
const shownOf = (target: Target, rows: readonly Row[]): { title?: string; excerpt?: string } => {
  const found = (key: { pk: string; sk: string }): TextedItem | undefined => {
    const row = rows.find(one => one.pk === key.pk && one.sk === key.sk)
    const item = row === undefined ? undefined : textedItem.parse(row)
    return item && isLive(item) ? item : undefined
  }
  const card = found(keys.initiative(target.initiativeId))
  const text = found(keyOf(target))
  if (card?.kind !== 'initiative' || card.status === 'draft' || !text) return {}
  const title = card.content.title
  const words = [...wordsOf(text)].slice(0, EXCERPT).join('')
  return { ...(title === undefined ? {} : { title }), ...(words === '' ? {} : { excerpt: words }) }
}

/** Where a report stands in the list: what waits first, the newest before older. Sorts downwards. */
const placeOf = ({ id, outcome }: ReportItem): string => `${outcome === undefined ? 'waits' : 'done'}#${id}`

/** What was reported, after the given place. */
export const readReports = async (deps: Deps, act: Act, after: string | undefined): Promise<Reports> => {
  demandModerator(act)
  const all = (await deps.store.moderation.reports()).map(item => ({ item, place: placeOf(item) }))
  const left = all
    .filter(({ place }) => after === undefined || place < after)
    .sort((a, b) => (a.place < b.place ? 1 : -1))
  const page = left.slice(0, REPORTS_PAGE)
  const items = page.map(({ item }) => item)
  const texts = items.flatMap(({ target }) => [keys.initiative(target.initiativeId), keyOf(target)])
  const rows = await deps.store.table.getMany([
    ...personKeys(items.map(one => one.author.personId)),
    ...texts,
  ])
  const names = namesFrom(rows)
  const last = left.length > REPORTS_PAGE ? page.at(-1)?.place : undefined
  return {
    items: items.map(item => ({ ...reportView(item, names), ...shownOf(item.target, rows) })),
    ...(last === undefined ? {} : { nextCursor: last }),
  }
}

/** Who did what to whose text, the newest first. */
export const readTrail = async (deps: Deps, actor: Actor, before: string | undefined): Promise<Trail> => {
  if (!actor.roles.includes('moderator'))
    throw new PortalError('forbidden', { detail: 'Det ser en moderator.' })
  const items = await deps.store.moderation.trail(TRAIL_PAGE, before)
  const people = items.flatMap(({ by, whose, personId }) => [by?.personId, whose?.personId, personId])
  const rows = await deps.store.table.getMany(personKeys(people.flatMap(id => id ?? [])))
  const names = namesFrom(rows)
  const last = items.length === TRAIL_PAGE ? items.at(-1)?.sk : undefined
  return {
    items: items.map(({ at, action, by, reason, whose, target, personId }) => ({
      at,
      action,
      ...(by ? { by: authorView(by, names) } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...(whose ? { whose: authorView(whose, names) } : {}),
      ...(target ? { target } : {}),
      ...(personId === undefined ? {} : { person: { personId, name: nameOf(personId, names) } }),
    })),
    ...(last === undefined ? {} : { nextCursor: last }),
  }
}
