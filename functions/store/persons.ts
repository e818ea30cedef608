import { type Draft, type PersonItem, personItem } from './items.ts'
import { keys } from './table.ts'
import type { TableClient, WriteResult } from './table-client.ts'

/** How long an instance goes on with what it knows of a person (ms): rights taken away are gone everywhere by then. */
const KEPT_MS = 30_000
const MOST_KEPT = 5000

export const createPersons = (table: TableClient) => {
  const kept = new Map<string, { at: number; row: Promise<PersonItem | undefined> }>()

  const keep = (id: string, row: Promise<PersonItem | undefined>): void => {
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(id, { at: table.clock(), row })
    row.catch(() => kept.delete(id))
  }

  const read = async (id: string): Promise<PersonItem | undefined> => {
    const row = await table.get(keys.person(id))
    return row === undefined ? undefined : personItem.parse(row)
  }
  const find = (id: string): Promise<PersonItem | undefined> => {
    const row = read(id)
    keep(id, row)
    return row
  }
  /** As it was at most half a minute ago. */
  const lately = (id: string): Promise<PersonItem | undefined> => {
    const known = kept.get(id)
    return known && Math.abs(table.clock() - known.at) < KEPT_MS ? known.row : find(id)
  }
  const write = (
    person: Draft<PersonItem>,
    seen: number | undefined,
    writeId: string,
  ): Promise<WriteResult> => {
    kept.delete(person.id)
    return table.write(person, { seen, writeId, feed: true, by: person.id })
  }

  /** The month of the last sign-in. No edit: the version stays. */
  const seen = (id: string, month: string): Promise<boolean> =>
    table.update(keys.person(id), {
      set: 'seenIn = :month',
      condition: 'attribute_exists(pk)',
      values: { ':month': month },
    })

  return { find, lately, write, seen }
}
export type Persons = ReturnType<typeof createPersons>
