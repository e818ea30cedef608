import type * as z from 'zod'
import type { Draft, Envelope } from './items.ts'
import type { Key } from './table.ts'
import type { Row, TableClient, WriteResult } from './table-client.ts'

/** One kind of item in a card's collection: an adoption, a comment, a reaction, a spotlight. */
export const createEntries = <T extends Envelope>(
  table: TableClient,
  schema: z.ZodType<T>,
  by: (item: Draft<T>) => string | undefined = () => undefined,
) => ({
  parse: (row: Row | undefined): T | undefined => (row === undefined ? undefined : schema.parse(row)),
  write: (item: Draft<T> & Key & Row, seen: number | undefined, writeId: string): Promise<WriteResult> =>
    table.write(item, { seen, writeId, feed: true, by: by(item) }),
})
export type Entries<T extends Envelope> = ReturnType<typeof createEntries<T>>
