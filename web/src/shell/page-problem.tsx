import { revalidate } from '@solidjs/router'
import { createEffect, Match, on, onMount, Show, Switch } from 'solid-js'
import { type ApiProblem, asProblem } from '../api/problem.ts'
import { signInAddress } from '../api/session.ts'
import { Gone } from '../pages/not-found/gone.tsx'
import { Icon } from '../ui/icon.tsx'
import { useTitle } from '../ui/title.ts'
import { useOnline } from './offline-note.tsx'

/** A page that could not be shown: what happened, and what one can do now. */
export const PageProblem = (props: { error: unknown; onRetry: () => void }) => {
  const problem = () => asProblem(props.error)
  const retry = async () => {
    // A browser may keep it that a script failed; nothing is written on a page that is not there.
    if (problem().code === 'page_missing') return location.reload()
    // What failed is forgotten first, or the same failure would be read again.
    await revalidate().catch(() => undefined)
    props.onRetry()
  }
  return (
    <Switch fallback={<Broken problem={problem()} onRetry={() => void retry()} />}>
      <Match when={problem().code === 'unauthenticated'}>
        <SignedOut />
      </Match>
      <Match when={problem().code === 'not_found'}>
        <Gone />
      </Match>
      <Match when={problem().code === 'offline' || problem().code === 'page_missing'}>
        <Offline onRetry={() => void retry()} />
      </Match>
    </Switch>
  )
}

/** Nothing can be half written on a page that is not there, so the browser may go by itself. */
const SignedOut = () => {
  onMount(() => location.replace(signInAddress()))
  return (
    <div class="state">
      <h1>Du er logget ud</h1>
      <a class="button primary" href={signInAddress()} rel="external">
        Log ind igen
      </a>
    </div>
  )
}

const Offline = (props: { onRetry: () => void }) => {
  const online = useOnline()
  useTitle('Uden forbindelse')
  createEffect(on(online, isBack => isBack && props.onRetry(), { defer: true }))
  return (
    <div class="state" role="status">
      <h1>Siden kunne ikke hentes</h1>
      <p class="said">
        <Icon name="offline" />
        Der er ingen forbindelse til portalen lige nu.
      </p>
      <button class="button primary" type="button" onClick={() => props.onRetry()}>
        Prøv igen
      </button>
    </div>
  )
}

const Broken = (props: { problem: ApiProblem; onRetry: () => void }) => {
  useTitle('Noget gik galt')
  return (
    <div class="state" role="alert">
      <h1>{props.problem.title}</h1>
      <p>{props.problem.code === 'internal' ? 'Prøv igen om et øjeblik.' : props.problem.message}</p>
      <div class="actions">
        <button class="button primary" type="button" onClick={() => props.onRetry()}>
          Prøv igen
        </button>
        <a class="button quiet" href="/">
          Til alle greb
        </a>
      </div>
      <Show when={props.problem.requestId}>
        <p class="muted small">Bliver det ved, så ring til IT og sig: {props.problem.requestId}</p>
      </Show>
    </div>
  )
}
