import { Show } from 'solid-js'
import { signInAddress } from '../../api/session.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Publish } from './publish.ts'

/** What went wrong on the way out, what is kept, and what one can do now. */
export const ProblemNote = (props: { publish: Publish; isPublished: boolean }) => (
  <div role="alert">
    <Show when={props.publish.problem()}>
      {problem => (
        <div class="note wrong">
          <Icon name="warn" />
          <div class="stack">
            <p>
              <b>{props.isPublished ? 'Ændringerne blev ikke gemt.' : 'Kortet blev ikke udgivet.'}</b> Teksten
              er her stadig. {problem().message}
            </p>
            <Show when={problem().code === 'unauthenticated'}>
              <p>
                <a class="button" href={signInAddress()} rel="external">
                  Log ind igen
                </a>
              </p>
            </Show>
            <Show when={problem().requestId && problem().status >= 500}>
              <p class="small">Bliver det ved, så ring til IT og sig: {problem().requestId}</p>
            </Show>
          </div>
        </div>
      )}
    </Show>
  </div>
)
