import { createHash } from 'node:crypto'
import { type Draft, type ReportItem, reportItem, type TrailItem, trailItem } from './items.ts'
import { keys } from './table.ts'
import type { TableClient } from './table-client.ts'

const MODERATORS = 'M'

/** What moderators look at: what was reported, and what was done about it. Both few: one partition. */
export const createModeration = (table: TableClient) => {
  const newest = (prefix: string, before = `${prefix}~`, limit?: number) =>
    table.query({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': MODERATORS, ':from': prefix, ':to': before },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: limit,
    })

  return {
    findReport: async (id: string): Promise<ReportItem | undefined> => {
      const row = await table.get(keys.report(id))
      return row === undefined ? undefined : reportItem.parse(row)
    },
    writeReport: (report: Draft<ReportItem>, seen: number | undefined, writeId: string) =>
      table.write(report, { seen, writeId, by: report.author.personId }),
    /** All of them, newest first: one that waits may be older than any number that do not. */
    reports: async (): Promise<ReportItem[]> => (await newest('R#')).map(row => reportItem.parse(row)),
    /** Under a key that follows from what it tells, so that telling it twice changes nothing. */
    record: (entry: Omit<Draft<TrailItem>, 'pk' | 'sk' | 'kind'>, about: string, writeId: string) => {
      const mark = createHash('sha256').update(`${about}/${entry.action}`).digest('base64url').slice(0, 22)
      const item = { ...keys.trail(entry.at, mark), kind: 'trail' as const, ...entry }
      return table.write(item, { seen: undefined, writeId, by: entry.by?.personId })
    },
    /** Newest first, older than the given sort key. */
    trail: async (limit: number, before?: string): Promise<TrailItem[]> => {
      const rows = await newest('T#', before, limit + 1)
      return rows
        .filter(row => row.sk !== before)
        .slice(0, limit)
        .map(row => trailItem.parse(row))
    },
  }
}
export type Moderation = ReturnType<typeof createModeration>
