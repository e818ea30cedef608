import type { Written } from '#functions/platform/portal-seen.ts'
import {
  type AdoptionItem,
  type CommentItem,
  collectionItem,
  type Draft,
  type InitiativeItem,
  initiativeItem,
  isLive,
  type LineageItem,
  type ReactionItem,
  type SpotlightItem,
} from './items.ts'
import { initiativeIdOf, type Key, keys, ranges } from './table.ts'
import type { Row, TableClient, WriteResult } from './table-client.ts'

/** Where a comment stands, without its words: enough to count, and to keep a deleted one's place. */
export type CommentMark = { id: string; replyTo?: string | undefined; deleted: boolean }

/** Everything about one card, but for the talk's text. Tombstones are left out, but for the card's own version. */
export type Collection = {
  card: InitiativeItem | undefined
  adoptions: AdoptionItem[]
  reactions: ReactionItem[]
  spotlights: SpotlightItem[]
  hints: LineageItem[]
}

const between = (id: string, [from, to]: readonly [string, string]) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':pk': keys.initiative(id).pk, ':from': from, ':to': to },
  ConsistentRead: true,
})

const markOf = (row: Row): CommentMark => ({
  id: String(row.sk).slice(2),
  replyTo: typeof row.replyTo === 'string' ? row.replyTo : undefined,
  deleted: row.deleted === true,
})

export const createInitiatives = (table: TableClient) => {
  /** The card with everything around it, in two strongly consistent Queries at once. */
  const collection = async (id: string): Promise<Collection> => {
    const rows = await Promise.all([
      table.query(between(id, ranges.cardAndAdoptions)),
      table.query(between(id, ranges.aside)),
    ])
    const found: Collection = { card: undefined, adoptions: [], reactions: [], spotlights: [], hints: [] }
    for (const row of rows.flat()) {
      const item = collectionItem.parse(row)
      if (!isLive(item)) continue
      if (item.kind === 'initiative') found.card = item
      else if (item.kind === 'adoption') found.adoptions.push(item)
      else if (item.kind === 'reaction') found.reactions.push(item)
      else if (item.kind === 'spotlight') found.spotlights.push(item)
      else if (item.kind === 'lineage') found.hints.push(item)
    }
    return found
  }

  /** Where every comment after `after` stands. Grows with the talk: a unit for each 8 comments of 0.5 KB. */
  const commentMarks = async (id: string, after?: string): Promise<CommentMark[]> => {
    const rows = await table.query({
      ...between(id, [after === undefined ? 'C' : `C#${after}~`, 'C~']),
      ProjectionExpression: 'sk, replyTo, deleted',
    })
    return rows.map(markOf)
  }

  /** Comments in the order they were written, at most `limit`, deleted ones among them. */
  const commentRows = async (id: string, limit: number, after?: string): Promise<CommentItem[]> => {
    const range = between(id, [after === undefined ? 'C' : `C#${after}~`, 'C~'])
    const rows = await table.query({ ...range, Limit: limit })
    return rows.slice(0, limit).flatMap(row => {
      const item = collectionItem.parse(row)
      return item.kind === 'comment' ? [item] : []
    })
  }

  /** Which cards were made from it, so far as is known: see `hintDerived`. */
  const hints = async (id: string): Promise<LineageItem[]> => {
    const rows = await table.query(between(id, ranges.lineage))
    return rows.flatMap(row => {
      const item = collectionItem.parse(row)
      return item.kind === 'lineage' && isLive(item) ? [item] : []
    })
  }

  const find = async (id: string): Promise<InitiativeItem | undefined> => {
    const row = await table.get(keys.initiative(id))
    return row === undefined ? undefined : initiativeItem.parse(row)
  }

  /** Puts the card if nobody wrote since `seen`. */
  const write = (
    card: Draft<InitiativeItem>,
    seen: number | undefined,
    writeId: string,
  ): Promise<WriteResult> => table.write(card, { seen, writeId, feed: true, by: card.author.personId })

  /** Tells a card which card was made from it. Only a hint: the truth is `origin` on the derived card. Repeating changes nothing. */
  const hintDerived = (originId: string, derived: Pick<InitiativeItem, 'pk' | 'unitId'>, writeId: string) => {
    const derivedId = initiativeIdOf(derived.pk)
    const hint = { ...keys.lineage(originId, derivedId), kind: 'lineage' as const, derivedId }
    return table.write({ ...hint, unitId: derived.unitId }, { seen: undefined, writeId })
  }

  /** Keys of all that hangs on a card. */
  const childKeys = async (id: string): Promise<Key[]> => {
    const rows = await table.query({ ...between(id, ranges.children), ProjectionExpression: 'pk, sk' })
    return rows.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  }

  const written = (id: string, version: number): Written => ({ ...keys.initiative(id), version })

  return { collection, commentMarks, commentRows, hints, find, childKeys, write, hintDerived, written }
}
export type Initiatives = ReturnType<typeof createInitiatives>
