import { createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Wrong } from '../../drafts/check.ts'
import { WrongLine } from './wrong-line.tsx'

export type Choice<T extends string> = { value: T; label: string; small?: string; sign?: () => JSX.Element }

type Props<T extends string> = {
  legend: string
  hint?: string
  choices: readonly Choice<T>[]
  value: T | undefined
  /** Two by two, as the four experiences. */
  four?: boolean
  wrong?: Wrong | undefined
  id?: string
  onChoose: (value: T) => void
}

/** One question with equal answers. */
export const ChoiceGroup = <T extends string>(props: Props<T>) => {
  const own = createUniqueId()
  const id = () => props.id ?? own
  const described = () => [props.hint && `${id()}-h`, props.wrong && `${id()}-w`].filter(Boolean).join(' ')
  return (
    <fieldset class="field" aria-describedby={described() || undefined}>
      <legend>{props.legend}</legend>
      <Show when={props.hint}>
        <p class="hint" id={`${id()}-h`}>
          {props.hint}
        </p>
      </Show>
      <div class="choices" classList={{ four: props.four ?? false }}>
        <For each={props.choices}>
          {(choice, index) => (
            <label class="choice">
              <input
                type="radio"
                id={index() === 0 ? id() : undefined}
                name={own}
                value={choice.value}
                checked={props.value === choice.value}
                onChange={() => props.onChoose(choice.value)}
              />
              <b>
                {choice.sign?.()}
                {choice.label}
              </b>
              <Show when={choice.small}>
                <small>{choice.small}</small>
              </Show>
            </label>
          )}
        </For>
      </div>
      <WrongLine id={`${id()}-w`} wrong={props.wrong} />
    </fieldset>
  )
}
