import { createAsync, useLocation } from '@solidjs/router'
import { createMemo, Show, Suspense } from 'solid-js'
import { getCatalogue } from '../../api/catalogue.ts'
import { filtersOf, isFiltered } from '../../api/opdag.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { figure, movesFromAreas } from '../../components/words/counts.ts'
import { useKnown } from '../../session/known.tsx'
import { FilterLine } from './filter-line.tsx'
import { Spotlights } from './spotlights.tsx'
import { Wall } from './wall.tsx'

/** Opdag: the wall of cards, found by problem and not by the name of the solution. */
export const OpdagPage = () => {
  const location = useLocation()
  const session = useKnown()
  const filters = createMemo(() => filtersOf(location.search))
  const first = createAsync(() => getCatalogue(filters()))
  const chosen = () => isFiltered(filters())
  const words = (total: number, areas: number): string =>
    chosen()
      ? `${figure(total)} greb passer til det, I har valgt.`
      : `Her er ${movesFromAreas(total, areas)}.`
  return (
    <>
      <div class="stack">
        <h1>Hvad er bøvlet hos jer?</h1>
        <p class="muted" role="status">
          <Suspense fallback="Henter greb …">
            {words(first()?.total ?? 0, Object.keys(first()?.facets.area ?? {}).length)}
          </Suspense>
        </p>
        <Suspense fallback={<div class="filters" />}>
          <Show when={session()}>{session => <FilterLine session={session()} isFiltered={chosen()} />}</Show>
        </Suspense>
      </div>
      <Suspense fallback={<Skeleton what="Henter greb" />}>
        <Show when={!chosen()}>
          <Spotlights />
        </Show>
        <Show when={session() && first()}>
          {page => <Wall first={page()} filters={filters()} isFiltered={chosen()} />}
        </Show>
      </Suspense>
    </>
  )
}
