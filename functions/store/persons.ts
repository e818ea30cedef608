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

  return { find, write }
}
export type Persons = ReturnType<typeof createPersons>
