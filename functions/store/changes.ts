import type { Written } from '#functions/platform/portal-seen.ts'
import { type Change, change } from './items.ts'
import { FEED, TABLE } from './table.ts'
import type { Row, TableClient } from './table-client.ts'

/** A row as a change; undefined for what no replica knows, such as a lineage hint or a session. */
export const changeOf = (row: Row): Change | undefined =>
  change.options.some(option => option.shape.kind.value === row.kind) ? change.parse(row) : undefined

const parse = (rows: Row[]): Change[] => rows.flatMap(row => changeOf(row) ?? [])

/** What replicas read: the `changes` index, and the items a caller has just written. */
export const createChanges = (table: TableClient) => ({
  /** Everything that changed at `since` or later (ms by the machines' clocks), oldest first; eventually consistent. */
  since: async (since: number): Promise<Change[]> =>
    parse(
      await table.query({
        IndexName: TABLE.changes.name,
        KeyConditionExpression: 'feed = :feed AND changedAt >= :since',
        ExpressionAttributeValues: { ':feed': FEED, ':since': since },
      }),
    ),
  /** The named items as they are now, strongly consistent. */
  read: async (written: readonly Written[]): Promise<Change[]> =>
    written.length === 0 ? [] : parse(await table.getMany(written.map(({ pk, sk }) => ({ pk, sk })))),
})
export type Changes = ReturnType<typeof createChanges>
