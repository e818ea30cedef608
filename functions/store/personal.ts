import { PortalError } from '#functions/platform/problem.ts'
import { type Key, keys, TABLE } from './table.ts'
import type { Row, TableClient } from './table-client.ts'

const RATES = ['writes', 'exports', 'sign-ins'] as const

/** Everything of one person's, wherever it is. */
export const createPersonal = (table: TableClient) => {
  /** Eventually consistent, as an index is. */
  const keysOf = async (personId: string): Promise<Key[]> => {
    const rows = await table.query({
      IndexName: TABLE.byPerson.name,
      KeyConditionExpression: '#by = :person',
      ExpressionAttributeNames: { '#by': TABLE.byPerson.partitionKey },
      ExpressionAttributeValues: { ':person': personId },
    })
    return rows.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  }
  const rates = (personId: string): Key[] => RATES.map(kind => keys.rate(personId, kind))

  return {
    keysOf,
    /** The items themselves, as they are now. */
    rows: async (personId: string): Promise<Row[]> =>
      table.getMany([keys.person(personId), ...rates(personId), ...(await keysOf(personId))]),
    /** Ends what signs the person in, and what tells how fast they went. */
    forgetVisits: async (personId: string): Promise<void> => {
      const visits = (await keysOf(personId)).filter(({ pk }) => pk.startsWith('Z#'))
      await Promise.all([...visits, ...rates(personId)].map(key => table.remove(key)))
    },
    /** The row with other words, as it was otherwise; not where somebody wrote since: then it is read again. */
    rewrite: async (row: Row, writeId: string): Promise<void> => {
      const key = { pk: String(row.pk), sk: String(row.sk) }
      const feed = row[TABLE.changes.partitionKey] !== undefined
      const by = row[TABLE.byPerson.partitionKey]
      const seen = typeof row.version === 'number' ? row.version : undefined
      if (seen === undefined) return void (await table.replace({ ...row, ...key }))
      const options = { seen, writeId, feed, by: typeof by === 'string' ? by : undefined }
      const result = await table.write({ ...row, ...key }, options)
      if (!result.landed) throw new PortalError('conflict')
    },
    /** A page after the other of the whole table: for what must be found wherever it is. Slow, and not strongly consistent. */
    everything: (): AsyncGenerator<Row[]> => table.scan(),
  }
}
export type Personal = ReturnType<typeof createPersonal>
