import { For } from 'solid-js'
import { Icon } from './icon.tsx'

export type PickOption = { value: string; label: string }
type Props = {
  label: string
  name: string
  value: string
  options: readonly PickOption[]
  boxed?: boolean
  onPick: (value: string) => void
}

/** A select that reads as a word in a sentence. */
export const Pick = (props: Props) => (
  <span class="pick" classList={{ boxed: props.boxed }}>
    <select
      aria-label={props.label}
      name={props.name}
      onChange={event => props.onPick(event.currentTarget.value)}
    >
      <For each={props.options}>
        {option => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        )}
      </For>
    </select>
    <Icon name="down" />
  </span>
)
