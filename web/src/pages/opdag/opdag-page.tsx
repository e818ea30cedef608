import { createAsync, useLocation } from '@solidjs/router'
import { createMemo, Show, Suspense, SuspenseList } from 'solid-js'
import { getCatalogue } from '../../api/catalogue.ts'
import { filtersOf, isFiltered, wordsOf } from '../../api/opdag.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { useKnown } from '../../session/known.tsx'
import { FilterLine } from './filter-line.tsx'
import { FoundWords } from './found-words.tsx'
import { SearchBox } from './search-box.tsx'
import { Spotlights } from './spotlights.tsx'
import { Wall } from './wall.tsx'

/** Opdag: the wall of cards, found by problem and not by the name of the solution. Its parts come at once, so that none pushes another. */
export const OpdagPage = () => {
  const location = useLocation()
  const session = useKnown()
  const filters = createMemo(() => filtersOf(location.search))
  const first = createAsync(() => getCatalogue(filters()))
  const chosen = () => isFiltered(filters())
  const words = () => wordsOf(filters())
  return (
    <SuspenseList revealOrder="together">
      <div class="stack">
        <SearchBox personId={session()?.person.id} found={first()?.total}>
          <p class="muted" id="q-hint">
            Søg med jeres egne ord, for eksempel »for mange møder«.
          </p>
        </SearchBox>
        <Suspense fallback={<p class="muted">Henter greb …</p>}>
          <Show when={first()}>{page => <FoundWords page={page()} q={words()} isFiltered={chosen()} />}</Show>
        </Suspense>
        <Suspense fallback={<div class="filters" />}>
          <Show when={session()}>
            {session => (
              <FilterLine
                session={session()}
                facets={first()?.facets}
                isFiltered={chosen()}
                isSearch={words() !== ''}
              />
            )}
          </Show>
        </Suspense>
      </div>
      <Suspense fallback={<Skeleton what="Henter greb" />}>
        <Show when={!chosen() && words() === ''}>
          <Spotlights />
        </Show>
        <Show when={session() && first()}>
          {page => <Wall first={page()} filters={filters()} isFiltered={chosen()} />}
        </Show>
      </Suspense>
    </SuspenseList>
  )
}
