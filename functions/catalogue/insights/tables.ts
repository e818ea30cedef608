import type { Activity, FigureCards, Flows, Promising } from '#shared/contract/insights.ts'
import { EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { type CsvCell, csvOf, dayCell } from '../csv.ts'

/** The figures as tables for Danish Excel, with today's names. */
export const tablesOf = (organisation: OrganisationIndex, publicOrigin: string) => {
  const area = (id: string): string => organisation.area(id)?.name ?? `Et tidligere område (${id})`
  const unit = (id: string): string => organisation.unitName(id) ?? id
  const address = (id: string): string => `${publicOrigin}/greb/${id}`

  return {
    promising: ({ shelves }: Promising): string =>
      csvOf([
        ['Hylde', 'Greb', 'Enhed', 'Område', 'Hvorfor', 'Adresse'],
        ...shelves.flatMap(({ title, items }) =>
          items.map((item): CsvCell[] => [
            title,
            item.title,
            unit(item.unitId),
            area(item.areaId),
            item.reason,
            address(item.id),
          ]),
        ),
      ]),
    flows: ({ cells }: Flows): string =>
      csvOf([
        ['Har givet', 'Har taget til sig', 'Stadie', 'Udfald', 'Antal'],
        ...cells.map(({ from, to, stage, outcome, count }): CsvCell[] => [
          area(from),
          area(to),
          STAGE_LABELS[stage],
          outcome && EXPERIENCE_LABELS[outcome],
          count,
        ]),
      ]),
    activity: ({ months }: Activity): string =>
      csvOf([
        ['Måned', 'Område', 'Delt', 'Begyndt', 'I brug', 'Stoppet og lært af'],
        ...months.map(({ month, areaId, published, started, inUse, stopped }): CsvCell[] => [
          month,
          area(areaId),
          published,
          started,
          inUse,
          stopped,
        ]),
      ]),
    /** The cards behind one figure. */
    cards: ({ items }: FigureCards): string =>
      csvOf([
        [
          'Greb',
          'I én sætning',
          'Enhed',
          'Område',
          'Erfaring',
          'Taget til sig',
          'I brug',
          'Det slap vi for',
          'Hvem det hørte under',
          'Udgivet',
          'Adresse',
        ],
        ...items.map((item): CsvCell[] => [
          item.title,
          item.summary,
          unit(item.unitId),
          area(item.areaId),
          item.experience && EXPERIENCE_LABELS[item.experience],
          item.counts.adoptions,
          item.counts.inUse,
          item.removed?.what,
          item.removed?.owner,
          dayCell(item.publishedAt),
          address(item.id),
        ]),
      ]),
    themes: ({ themes }: Activity, names: ReadonlyMap<string, string>): string =>
      csvOf([
        ['Måned', 'Tema', 'Delte greb'],
        ...themes.map(({ month, themeId, count }): CsvCell[] => [
          month,
          names.get(themeId) ?? themeId,
          count,
        ]),
      ]),
  }
}
