import { query } from '@solidjs/router'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import type { Status } from '#shared/rules/vocabulary.ts'
import { getCatalogue } from './catalogue.ts'
import { getInitiative, readInitiative } from './initiatives.ts'

/** Cards of one unit, newest first; drafts and withdrawn ones are for its own people only. */
export const getUnitCards = (
  unitId: string,
  status: Status,
): Promise<{ items: CatalogueItem[]; total: number }> =>
  getCatalogue({ unit: unitId, status, sort: 'newest', limit: '100' })

const NEWEST = 6

/**
 * The newest cards of a unit with all that hangs on them: what others said, and their thanks. Read anew: a card
 * that was open a moment ago would answer as it was then. Whoever goes on to one finds it as it was read here.
 */
export const getUnitPages = query(async (unitId: string): Promise<InitiativePage[]> => {
  const { items } = await getUnitCards(unitId, 'published')
  const talked = items.filter(item => item.counts.adoptions + item.counts.comments > 0).slice(0, NEWEST)
  const pages = await Promise.all(talked.map(item => readInitiative(item.id)))
  for (const page of pages) query.set(getInitiative.keyFor(page.id), page)
  return pages.flatMap(page => ('lineage' in page ? [page] : []))
}, 'unit-pages')
