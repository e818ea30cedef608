import { useLocation } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Catalogue } from '#shared/contract/catalogue.ts'
import { figure, movesFromAreas } from '../../components/words/counts.ts'

type Props = { page: Catalogue; q: string; isFiltered: boolean }

const wordsOf = ({ page: { total, match, facets }, q, isFiltered }: Props): string => {
  const within = isFiltered ? ' blandt dem, I har valgt' : ''
  if (q === '') {
    const areas = Object.keys(facets.area).length
    return isFiltered
      ? `${figure(total)} greb passer til det, I har valgt.`
      : `Her er ${movesFromAreas(total, areas)}.`
  }
  if (total === 0) return `Ingen greb om »${q}«${within}.`
  return match === 'some'
    ? `Ingen greb har alle ordene i »${q}«. Her er ${figure(total)}, der har nogle af dem${within}.`
    : `${figure(total)} greb om »${q}«${within}.`
}

/** How many, in words that a screen reader says as the list changes; and what may have been meant. */
export const FoundWords = (props: Props) => {
  const location = useLocation()
  const address = (suggestion: string): string => {
    const search = new URLSearchParams(location.search)
    search.set('q', suggestion)
    return `/?${search}`
  }
  return (
    <p class="muted" role="status">
      {wordsOf(props)}
      <Show when={props.page.suggestion}>
        {suggestion => (
          <>
            {' '}
            Mente du <a href={address(suggestion())}>{suggestion()}</a>?
          </>
        )}
      </Show>
    </p>
  )
}
