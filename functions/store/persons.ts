import { type Draft, type PersonItem, personItem } from './items.ts'
import { keys } from './table.ts'
import type { TableClient, WriteResult } from './table-client.ts'

export const createPersons = (table: TableClient) => {
  const find = async (id: string): Promise<PersonItem | undefined> => {
    const row = await table.get(keys.person(id))
    return row === undefined ? undefined : personItem.parse(row)
  }
  const write = (
    person: Draft<PersonItem>,
    seen: number | undefined,
    writeId: string,
  ): Promise<WriteResult> => table.write(person, { seen, writeId, feed: true })

  /** How many writes this person has made in the minute, this one included. */
  const countWrite = (id: string): Promise<number> => {
    const minute = Math.floor(table.clock() / 60_000)
    return table.add(keys.rate(id, minute), 'writes', 1, (minute + 5) * 60)
  }

  return { find, write, countWrite }
}
export type Persons = ReturnType<typeof createPersons>
