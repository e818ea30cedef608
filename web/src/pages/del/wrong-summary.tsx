import { For, Show } from 'solid-js'
import { fieldOfPath } from '../../drafts/card-fields.ts'
import { Icon } from '../../ui/icon.tsx'
import { controlId, FIELD_LABELS } from './labels.ts'
import type { Publish } from './publish.ts'

const labelOf = (path: string): string => {
  const field = fieldOfPath(path)
  return field ? FIELD_LABELS[field] : path
}

/** Everything that stands in the way, gathered where one tried. */
export const WrongSummary = (props: { publish: Publish; isPublished: boolean }) => (
  <div role="alert">
    <Show when={props.publish.tried() && props.publish.wrongs().length > 0}>
      <div class="note wrong">
        <Icon name="warn" />
        <div>
          <p>
            <b>{props.isPublished ? 'Ændringerne er ikke gemt endnu.' : 'Kortet er ikke udgivet endnu.'}</b>{' '}
            Teksten er her stadig. Ret dette først:
          </p>
          <ul>
            <For each={props.publish.wrongs()}>
              {wrong => (
                <li>
                  <button
                    class="button quiet"
                    type="button"
                    onClick={() => document.getElementById(controlId(wrong.path))?.focus()}
                  >
                    {labelOf(wrong.path)}
                  </button>{' '}
                  {wrong.message}
                </li>
              )}
            </For>
          </ul>
        </div>
      </div>
    </Show>
  </div>
)
