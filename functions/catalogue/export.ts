import type { CatalogueQuery } from '#shared/contract/catalogue.ts'
import { DISCRETION_LABELS, EVIDENCE_LABELS, EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import type { Viewer } from '#shared/rules/visibility.ts'
import { type CsvCell, csvLine, csvOf, dayCell } from './csv.ts'
import { pageOf } from './list.ts'
import type { Snapshot, Summary } from './replica/snapshot.ts'

/** Cards at a time: what is held of an export is a page, however long it is. */
const PAGE = 500

const lines = (texts: readonly string[]): string => texts.join('\n')

type Column = { heading: string; of: (card: Summary) => CsvCell }

const columnsOf = ({ today, cardNames }: Snapshot, publicOrigin: string): Column[] => {
  const unit = (id: string): string => today.organisation.unitName(id) ?? id
  return [
    { heading: 'Titel', of: ({ item }) => item.title },
    { heading: 'I én sætning', of: ({ item }) => item.summary },
    { heading: 'Enhed', of: ({ item }) => unit(item.unitId) },
    { heading: 'Område', of: ({ item }) => today.organisation.area(item.areaId)?.name ?? item.areaId },
    { heading: 'Erfaring', of: ({ item }) => item.experience && EXPERIENCE_LABELS[item.experience] },
    { heading: 'Stadie', of: ({ item }) => item.stage && STAGE_LABELS[item.stage] },
    {
      heading: 'Hvem kan beslutte det',
      of: ({ item }) => item.discretion && DISCRETION_LABELS[item.discretion],
    },
    { heading: 'Hvad var bøvlet?', of: ({ card }) => card.content.challenge },
    { heading: 'Hvad gør vi nu?', of: ({ card }) => card.content.action },
    { heading: 'Kernen', of: ({ card }) => lines(card.content.core) },
    { heading: 'Kan tilpasses', of: ({ card }) => lines(card.content.adaptable) },
    { heading: 'Tid', of: ({ card }) => card.content.requirements?.time },
    { heading: 'Penge', of: ({ card }) => card.content.requirements?.money },
    { heading: 'Tilladelse', of: ({ card }) => card.content.requirements?.permission },
    { heading: 'Effekt', of: ({ card }) => card.content.effect?.text },
    {
      heading: 'Hvordan vi ved det',
      of: ({ card }) => card.content.effect?.evidence && EVIDENCE_LABELS[card.content.effect.evidence],
    },
    { heading: 'Hvad vi ville gøre anderledes', of: ({ card }) => card.content.lessons },
    { heading: 'Passer til', of: ({ card }) => card.content.fits },
    { heading: 'Passer ikke til', of: ({ card }) => card.content.doesNotFit },
    { heading: 'Det slap vi for', of: ({ item }) => item.removed?.what },
    { heading: 'Temaer', of: ({ item }) => lines(item.themes.map(id => cardNames.themes.get(id) ?? id)) },
    { heading: 'Nøgleord', of: ({ card }) => lines(card.content.keywords) },
    { heading: 'Enheder, der har taget det til sig', of: ({ item }) => item.counts.adoptions },
    { heading: 'Bruger det', of: ({ item }) => item.counts.inUse },
    { heading: 'Hvem', of: ({ item }) => lines(item.adopters.map(({ unitId }) => unit(unitId))) },
    { heading: 'Kommentarer', of: ({ item }) => item.counts.comments },
    { heading: 'Inspireret', of: ({ item }) => item.counts.reactions },
    { heading: 'Udgivet', of: ({ item }) => dayCell(item.publishedAt) },
    { heading: 'Rettet', of: ({ item }) => dayCell(item.updatedAt) },
    { heading: 'Adresse', of: ({ item }) => `${publicOrigin}/greb/${item.id}` },
  ]
}

/** Every card of a list in its order, as a table for Danish Excel, a page at a time. */
export function* exportCards(
  snapshot: Snapshot,
  viewer: Viewer,
  query: CatalogueQuery,
  { now, publicOrigin }: { now: number; publicOrigin: string },
): Generator<string> {
  const columns = columnsOf(snapshot, publicOrigin)
  yield csvOf([columns.map(({ heading }) => heading)])
  let cursor: string | undefined
  do {
    const page = pageOf(snapshot, viewer, { ...query, limit: PAGE, cursor }, now)
    yield page.cards.map(card => csvLine(columns.map(({ of }) => of(card)))).join('')
    cursor = page.nextCursor
  } while (cursor !== undefined)
}

/** Made as fast as it is read. */
export const streamOf = (parts: Iterator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: controller => {
      const { value, done } = parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
