import * as fc from 'fast-check'
import { type Change, change } from '#functions/store/items.ts'
import { keys } from '#functions/store/table.ts'
import {
  ADOPTION_STAGES,
  CARD_STAGES,
  DISCRETIONS,
  EXPERIENCES,
  STATUSES,
  VISIBILITIES,
} from '#shared/rules/vocabulary.ts'

/** Everything that was ever written, as every item's images one after the other. */
export type History = readonly (readonly Change[])[]

const UNITS = ['skolen', 'myndighed', 'vejhold', 'park', 'indkoeb', 'kantinen', 'trykkeriet'] as const
const PEOPLE = ['per_mette', 'per_nadia', 'per_lis', 'per_dorte'] as const

const cardId = (n: number): string => `ini_${String(n).padStart(26, '0')}`
const at = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString()
const time = fc.nat({ max: 40 }).map(at)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

type Image = Record<string, unknown>

/** Images of one item, in the order they were written; the last may be a tombstone. */
const itemHistory = (
  key: { pk: string; sk: string },
  image: fc.Arbitrary<Image>,
  most = 3,
): fc.Arbitrary<Change[]> =>
  fc.tuple(fc.array(image, { minLength: 1, maxLength: most }), fc.boolean()).map(([images, ends]) =>
    images.map((one, index) =>
      change.parse({
        ...key,
        v: 1,
        version: index + 1,
        writeId: `w${index}`,
        changedAt: index,
        ...one,
        ...(ends && index > 0 && index === images.length - 1 ? { deleted: true } : {}),
      }),
    ),
  )

const author = fc.record({ personId: fc.constantFrom(...PEOPLE), unitId: fc.constantFrom(...UNITS) })

const content = (id: number) =>
  fc.record({
    title: fc.constantFrom('Tavlemøde', 'Færre skemaer'),
    experience: maybe(fc.constantFrom(...EXPERIENCES)),
    stage: maybe(fc.constantFrom(...CARD_STAGES)),
    discretion: maybe(fc.constantFrom(...DISCRETIONS)),
    lessons: maybe(fc.constantFrom('Vi begyndte for stort. Begynd småt.', 'Spørg først.')),
    removed: maybe(fc.constant({ what: 'Skema 7' })),
    themes: fc.subarray(['fravaer', 'moeder', 'regler']),
    core: fc.constant([]),
    adaptable: fc.constant([]),
    keywords: fc.constant([]),
    questions: fc.constant([]),
    origin: maybe(
      fc
        .nat({ max: 5 })
        .filter(origin => origin !== id)
        .map(origin => ({ kind: 'adapted', initiativeId: cardId(origin) })),
    ),
  })

/** The unit, the writer and the time of publishing stay, as they do in the portal. */
const cardHistory = (id: number) =>
  fc.record({ unitId: fc.constantFrom(...UNITS), author, publishedAt: time }).chain(made =>
    itemHistory(
      keys.initiative(cardId(id)),
      fc
        .record({
          status: fc.constantFrom(...STATUSES),
          visibility: fc.constantFrom(...VISIBILITIES),
          content: content(id),
          updatedAt: time,
        })
        .map(image => ({
          kind: 'initiative',
          areaId: 'boern',
          createdAt: at(0),
          ...image,
          ...made,
          publishedAt: image.status === 'draft' ? undefined : made.publishedAt,
        })),
    ),
  )

const adoptionHistory = (id: number, unitId: string) =>
  itemHistory(
    keys.adoption(cardId(id), unitId),
    fc
      .record({
        stage: fc.constantFrom(...ADOPTION_STAGES),
        author,
        outcome: maybe(fc.constantFrom(...EXPERIENCES)),
        outcomeText: maybe(fc.constantFrom('Det virker.', 'Næsten.')),
        reportedAt: maybe(time),
        createdAt: time,
        updatedAt: time,
      })
      .map(image => ({
        kind: 'adoption',
        initiativeId: cardId(id),
        unitId,
        areaId: 'vej',
        fidelity: 'inspired',
        kept: '',
        changed: '',
        touchesCore: false,
        ...image,
      })),
  )

const commentHistory = (id: number, n: number) => {
  const commentId = `com_${String(n).padStart(26, '0')}`
  return itemHistory(
    keys.comment(cardId(id), commentId),
    fc.record({ author }).map(image => ({
      kind: 'comment',
      id: commentId,
      initiativeId: cardId(id),
      tone: 'question',
      text: 'Hvordan?',
      createdAt: at(n),
      updatedAt: at(n),
      ...image,
    })),
    2,
  )
}

const reactionHistory = (id: number, personId: string) =>
  itemHistory(
    keys.reaction(cardId(id), personId),
    fc.constant({ kind: 'reaction', personId, createdAt: at(1) }),
    2,
  )

const spotlightHistory = (id: number, n: number) =>
  itemHistory(
    keys.spotlight(cardId(id), `${n}`.padStart(26, '0')),
    fc.record({ author, endedAt: maybe(time) }).map(image => ({
      kind: 'spotlight',
      reason: 'Se her.',
      createdAt: at(n),
      ...image,
    })),
    2,
  )

const personHistory = (id: string) =>
  itemHistory(
    keys.person(id),
    fc
      .record({
        name: fc.constantFrom('Dorte', 'Dorte Holm', 'D. Holm'),
        chosenUnitId: maybe(fc.constantFrom(...UNITS)),
        unitConfirmed: fc.boolean(),
      })
      .map(image => ({ kind: 'person', id, roles: [], preferences: {}, ...image })),
  )

const onCard = (id: number): fc.Arbitrary<History> =>
  fc
    .record({
      adopters: fc.subarray([...UNITS]),
      comments: fc.nat({ max: 3 }),
      fans: fc.subarray([...PEOPLE]),
      spotlights: fc.nat({ max: 2 }),
    })
    .chain(({ adopters, comments, fans, spotlights }) =>
      fc.tuple(
        cardHistory(id),
        ...adopters.map(unitId => adoptionHistory(id, unitId)),
        ...Array.from({ length: comments }, (_, n) => commentHistory(id, n)),
        ...fans.map(personId => reactionHistory(id, personId)),
        ...Array.from({ length: spotlights }, (_, n) => spotlightHistory(id, n)),
      ),
    )

/** Random histories of a few cards and of the people who point at them. */
export const histories: fc.Arbitrary<History> = fc
  .nat({ max: 6 })
  .chain(cards =>
    fc.tuple(
      fc.tuple(...PEOPLE.map(personHistory)),
      ...Array.from({ length: cards + 1 }, (_, id) => onCard(id)),
    ),
  )
  .map(parts => parts.flat())

/** What the table holds after all of it: the last image of every item. */
export const lastImages = (history: History): Change[] =>
  history.flatMap(images => {
    const last = images.at(-1)
    return last ? [last] : []
  })
