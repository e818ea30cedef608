import { personItem, type StoredAuthor } from '#functions/store/items.ts'
import { keys } from '#functions/store/table.ts'
import type { Row } from '#functions/store/table-client.ts'
import type { Author } from '#shared/contract/person.ts'
import type { Actor } from './actor.ts'

export type Names = (personId: string) => string | undefined

export const personKeys = (ids: Iterable<string>) => [...new Set(ids)].map(id => keys.person(id))

/** Names as they are now, from rows that a BatchGet brought. */
export const namesFrom = (rows: readonly Row[]): Names => {
  const names = new Map<string, string>()
  for (const row of rows) {
    if (row.kind !== 'person') continue
    const person = personItem.parse(row)
    if (person.deleted !== true) names.set(person.id, person.name)
  }
  return id => names.get(id)
}

export const nameOf = (personId: string, names: Names): string => names(personId) ?? 'Tidligere medarbejder'

export const authorView = (author: StoredAuthor, names: Names): Author => ({
  personId: author.personId,
  name: nameOf(author.personId, names),
  ...(author.title === undefined ? {} : { title: author.title }),
  unitId: author.unitId,
})

/** Who acts, as it is kept with what they write. */
export const authorOf = (actor: Actor, unitId: string): StoredAuthor => ({
  personId: actor.personId,
  ...(actor.title === undefined ? {} : { title: actor.title }),
  unitId,
})

export const nameOfActor =
  (actor: Actor): Names =>
  id =>
    id === actor.personId ? actor.name : undefined
