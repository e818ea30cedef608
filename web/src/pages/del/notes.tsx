import { Show } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import type { Draft } from './use-draft.ts'

type Props = { draft: Draft; found: boolean; onFresh: (() => void) | undefined }

/** What one should know before writing on: what was found here and what a colleague added. */
export const Notes = (props: Props) => {
  const now = props.draft.draft
  return (
    <>
      <Show when={props.found && (props.onFresh || now().save.kind !== 'saved')}>
        <div class="note">
          <Icon name="saved" />
          <p>
            <Show when={props.onFresh} fallback="Her er det, du skrev, og som ikke nåede at blive sendt.">
              <b>Du har en kladde liggende her.</b> Skriv videre, hvor du slap.
            </Show>
          </p>
          <Show when={props.onFresh}>
            {fresh => (
              <button class="button quiet" type="button" onClick={() => fresh()()}>
                Begynd på et nyt greb
              </button>
            )}
          </Show>
        </div>
      </Show>
      <div role="status">
        <Show when={now().merged}>
          <div class="note">
            <Icon name="pen" />
            <p>En kollega har rettet i kortet imens. Begge jeres rettelser er med her.</p>
          </div>
        </Show>
        <Show when={now().aside}>
          <div class="note">
            <Icon name="saved" />
            <p>Den anden udgave er lagt til side.</p>
            <button class="button quiet" type="button" onClick={() => props.draft.swap()}>
              Byt om igen
            </button>
          </div>
        </Show>
      </div>
    </>
  )
}
