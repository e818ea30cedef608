import { createMemo, Show } from 'solid-js'
import { signInAddress } from '../../api/session.ts'
import { saveWords } from '../../drafts/save-state.ts'
import { deviceName } from '../../ui/device-name.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Draft } from './use-draft.ts'

/** States in which somebody should look up from the text. */
const URGENT = new Set(['offline', 'failed', 'signed-out', 'conflict', 'gone'])

/** Where the text is, in words; it stays in sight when something is wrong. */
export const SaveLine = (props: { draft: Draft }) => {
  const now = props.draft.draft
  const words = createMemo(() =>
    saveWords(now().save, { device: deviceName(), onDevice: now().onDevice, savedAt: now().savedAt }),
  )
  // "Gemmer …" comes and goes at every pause; a screen reader is told only what came of it.
  const spoken = createMemo<string>(
    before => (now().save.kind === 'saving' ? before : (words()?.text ?? '')),
    '',
  )
  const isUrgent = () => URGENT.has(now().save.kind)
  return (
    <div class="save-line" classList={{ urgent: isUrgent() }}>
      <p class="unseen" role="status">
        {spoken()}
      </p>
      <Show when={words()}>
        {words => (
          <p class="said small" classList={{ muted: !isUrgent() }} aria-hidden="true">
            <Icon name={words().icon} />
            {words().text}
          </p>
        )}
      </Show>
      <Show when={now().save.kind === 'signed-out'}>
        <a class="button" href={signInAddress()} rel="external">
          Log ind igen
        </a>
      </Show>
      <Show when={now().save.kind === 'conflict'}>
        <button class="button" type="button" onClick={() => document.getElementById('sammenlign')?.focus()}>
          Sammenlign
        </button>
      </Show>
    </div>
  )
}
