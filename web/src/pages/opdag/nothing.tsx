import { createAsync, useLocation } from '@solidjs/router'
import { For, Match, Show, Suspense, Switch } from 'solid-js'
import { getCatalogue } from '../../api/catalogue.ts'
import { useKnown } from '../../session/known.tsx'
import { nearTerms } from './near-terms.ts'

type Props = { q: string; isFiltered: boolean }

/** An empty wall invites: to look for less, or to be the first. */
export const Nothing = (props: Props) => (
  <div class="state">
    <Switch fallback={<NoCards />}>
      <Match when={props.q !== ''}>
        <NotFound q={props.q} isFiltered={props.isFiltered} />
      </Match>
      <Match when={props.isFiltered}>
        <h3>Ingen greb passer til det hele</h3>
        <p>Vælg lidt mindre, så dukker der noget op.</p>
        <a class="button" href="/">
          Se alle greb
        </a>
      </Match>
    </Switch>
  </div>
)

const NoCards = () => (
  <>
    <h3>Hvad har I ændret for nylig?</h3>
    <p>Her er ingen greb endnu. Det må gerne være småt, og det behøver ikke være lykkedes.</p>
    <a class="button primary" href="/del">
      Del det første greb
    </a>
  </>
)

const NotFound = (props: Props) => {
  const words = () => props.q.split(/\s+/).filter(word => word.length > 3)
  return (
    <>
      <h3>Det har ingen delt noget om endnu</h3>
      <Show when={props.isFiltered}>
        <p>
          Måske står det et andet sted: <a href={searchFor(props.q)}>Søg i alle greb</a>
        </p>
      </Show>
      <Show when={words().length > 1}>
        <p>
          Prøv ét ord ad gangen:{' '}
          <For each={words()}>
            {(word, i) => (
              <>
                {i() > 0 ? ', ' : ''}
                <a href={searchFor(word)}>{word}</a>
              </>
            )}
          </For>
        </p>
      </Show>
      <Suspense>
        <NearTerms q={props.q} />
        <Themes />
      </Suspense>
      <div class="actions">
        <a class="button" href={useAsk(() => props.q)()} rel="external">
          Efterlys det i en mail
        </a>
        <a class="button quiet" href="/del">
          Har I selv et greb? Del det
        </a>
      </div>
    </>
  )
}

/** Words that do lead somewhere. */
const NearTerms = (props: { q: string }) => {
  // Not there is better than in the way.
  const terms = createAsync(() => nearTerms(props.q, getCatalogue).catch(() => []))
  return (
    <Show when={terms()?.length}>
      <p>
        Ord, der minder om det, og som nogen har brugt:{' '}
        <For each={terms()}>
          {(term, i) => (
            <>
              {i() > 0 ? ', ' : ''}
              <a href={searchFor(term)}>{term}</a>
            </>
          )}
        </For>
      </p>
    </Show>
  )
}

const searchFor = (words: string): string => `/?q=${encodeURIComponent(words)}`

/** Asks colleagues in a mail of one's own, with the search to look at. */
const useAsk = (q: () => string) => {
  const location = useLocation()
  return (): string => {
    const subject = `Har I et greb til det her: ${q()}?`
    const body = `Vi leder efter nogen, der har fundet ud af noget om »${q()}«. Har I prøvet noget, også hvis det ikke virkede?\n\n${window.location.origin}${location.pathname}${location.search}`
    return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
  }
}

const MOST_THEMES = 5

/** What there is most of, for one whose words did not lead anywhere. */
const Themes = () => {
  const session = useKnown()
  const whole = createAsync(() => getCatalogue({}).catch(() => undefined))
  const themes = () => {
    const labels = new Map(
      session()?.taxonomy.groups.flatMap(group => group.themes.map(theme => [theme.id, theme.label])),
    )
    return Object.entries(whole()?.facets.theme ?? {})
      .sort(([, a], [, b]) => b - a)
      .flatMap(([id]) => ({ id, label: labels.get(id) ?? id }))
      .slice(0, MOST_THEMES)
  }
  return (
    <Show when={themes().length > 0}>
      <p>
        Eller se, hvad andre har arbejdet med:{' '}
        <For each={themes()}>
          {(theme, i) => (
            <>
              {i() > 0 ? ', ' : ''}
              <a href={`/?theme=${theme.id}`}>{theme.label}</a>
            </>
          )}
        </For>
      </p>
    </Show>
  )
}
