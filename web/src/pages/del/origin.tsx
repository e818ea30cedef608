import { createAsync } from '@solidjs/router'
import { ErrorBoundary, Show, Suspense } from 'solid-js'
import { getInitiative } from '../../api/initiatives.ts'

/** The card that this one grows from; the lineage is kept in both directions. */
export const Origin = (props: { id: string | undefined }) => {
  const card = createAsync(async () => (props.id === undefined ? undefined : getInitiative(props.id)))
  const title = () => {
    const found = card()
    return found && 'title' in found ? found.title : undefined
  }
  return (
    <ErrorBoundary fallback={null}>
      <Suspense>
        <Show when={title()}>
          <p class="muted">
            Vokser ud af <a href={`/greb/${props.id}`}>{title()}</a>. Slægten følger med.
          </p>
        </Show>
      </Suspense>
    </ErrorBoundary>
  )
}
