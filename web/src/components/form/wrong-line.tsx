import { Show } from 'solid-js'
import type { Wrong } from '../../drafts/check.ts'
import { Icon } from '../../ui/icon.tsx'

type Props = { id: string; wrong: Wrong | undefined; onVouch?: ((path: string) => void) | undefined }

/** What is wrong with a field, said when it happens; ten digits in a row can be vouched for. */
export const WrongLine = (props: Props) => (
  <div class="wrongs" aria-live="polite">
    <Show when={props.wrong}>
      {wrong => (
        <>
          <p class="wrong" id={props.id}>
            <Icon name="warn" />
            {wrong().message}
          </p>
          <Show when={wrong().cpr === 'bare' && props.onVouch}>
            {vouch => (
              <button class="button" type="button" onClick={() => vouch()(wrong().path)}>
                Det er ikke et CPR-nummer
              </button>
            )}
          </Show>
        </>
      )}
    </Show>
  </div>
)
