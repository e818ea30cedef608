import { Show } from 'solid-js'
import type { ApiProblem } from '../../api/problem.ts'
import { signInAddress } from '../../api/session.ts'
import { deviceName } from '../../ui/device-name.ts'
import { Icon } from '../../ui/icon.tsx'
import type { AdoptionDraft } from './use-adoption.ts'

const ADVICE: Partial<Record<string, string>> = {
  unauthenticated: '',
  offline: 'Du er uden forbindelse. Prøv igen, når du er på.',
  stale: 'En kollega i jeres enhed har rettet imens. Se det igennem, og send igen.',
}
const adviceOn = ({ code, message }: ApiProblem): string => ADVICE[code] ?? message

/** What went wrong, what is kept where, and what one can do now. */
export const SendProblem = (props: { adoption: AdoptionDraft; what: string }) => (
  <div role="alert">
    <Show when={props.adoption.problem()}>
      {problem => (
        <div class="note wrong">
          <Icon name={problem().code === 'offline' ? 'offline' : 'warn'} />
          <div class="stack">
            <p>
              <b>{problem().code === 'unauthenticated' ? 'Du er logget ud.' : props.what}</b>{' '}
              <Show when={props.adoption.onDevice()}>Det, du skrev, er gemt på {deviceName()}. </Show>
              {adviceOn(problem())}
            </p>
            <Show when={problem().code === 'unauthenticated'}>
              <p>
                <a class="button" href={signInAddress()} rel="external">
                  Log ind igen
                </a>
              </p>
            </Show>
            <Show when={problem().status >= 500 && problem().requestId}>
              <p class="small">Bliver det ved, så ring til IT og sig: {problem().requestId}</p>
            </Show>
          </div>
        </div>
      )}
    </Show>
  </div>
)
