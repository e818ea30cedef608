import { createUniqueId, Show } from 'solid-js'
import { codePoints } from '#shared/rules/text.ts'
import type { Wrong } from '../../drafts/check.ts'
import { WrongLine } from './wrong-line.tsx'

type Props = {
  label: string
  hint?: string
  value: string
  max: number
  lines?: boolean
  /** Counts from the first letter; otherwise only where the end is near. */
  counts?: boolean
  wrong?: Wrong | undefined
  id?: string
  onText: (text: string) => void
  onVouch?: ((path: string) => void) | undefined
}

const NEAR = 0.9

/** One question and the text that answers it, checked as one types. */
export const TextField = (props: Props) => {
  const own = createUniqueId()
  const id = () => props.id ?? own
  const length = () => codePoints(props.value)
  const showsCount = () => props.counts || length() > props.max * NEAR
  const described = () =>
    [props.hint && `${id()}-h`, props.wrong && `${id()}-w`].filter(Boolean).join(' ') || undefined
  const invalid = () => (props.wrong ? 'true' : undefined)
  return (
    <div class="field">
      <label for={id()}>{props.label}</label>
      <Show when={props.hint}>
        <p class="hint" id={`${id()}-h`}>
          {props.hint}
        </p>
      </Show>
      <Show
        when={props.lines}
        fallback={
          <input
            id={id()}
            class="input"
            autocomplete="off"
            aria-describedby={described()}
            aria-invalid={invalid()}
            value={props.value}
            onInput={event => props.onText(event.currentTarget.value)}
          />
        }
      >
        <textarea
          id={id()}
          class="input"
          aria-describedby={described()}
          aria-invalid={invalid()}
          value={props.value}
          onInput={event => props.onText(event.currentTarget.value)}
        />
      </Show>
      <Show when={showsCount()}>
        <p class="count">
          {length()} af {props.max} tegn
        </p>
      </Show>
      <WrongLine id={`${id()}-w`} wrong={props.wrong} onVouch={props.onVouch} />
    </div>
  )
}
