import type { Actor } from '#functions/domain/actor.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { type DemoAuthor, type DemoCard, demoPeople } from './data.ts'
import { demoPersonId } from './derived-ids.ts'

/** Whoever did something in the demo; those who cannot sign in are persons all the same. */
export const actorFrom = (author: DemoAuthor, organisation: OrganisationIndex): Actor => {
  const person = 'personId' in author ? demoPeople.find(one => one.id === author.personId) : undefined
  if ('personId' in author && !person) throw new Error(`The demo has no person ${author.personId}`)
  const known =
    'name' in author
      ? author
      : { name: person?.name ?? '', title: person?.title, unitId: person?.unitId ?? '' }
  const isOpen = organisation.isOpen(known.unitId)
  return {
    personId: 'personId' in author ? author.personId : demoPersonId(author.name, author.unitId),
    name: known.name,
    ...(known.title === undefined ? {} : { title: known.title }),
    ...(isOpen ? { unitId: known.unitId, areaId: organisation.areaOf(known.unitId) } : {}),
    roles: person?.roles ?? ['employee'],
    unitFromSignIn: isOpen,
    choosesUnit: !isOpen,
  }
}

/** Everybody the demo names, once each. */
export const allAuthors = (cards: readonly DemoCard[]): DemoAuthor[] => [
  ...demoPeople.map(person => ({ personId: person.id })),
  ...cards.flatMap(card => [card.author, ...[...card.comments, ...card.adoptions].map(one => one.author)]),
]
