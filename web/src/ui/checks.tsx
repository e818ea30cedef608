import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js'
import { Icon } from './icon.tsx'

export type Check = { value: string; label: string; count: number | undefined }
type Props = {
  label: string
  /** Said when nothing is chosen, and of several. */
  none: string
  several: (count: number) => string
  name: string
  /** Few use it: where there is little room it waits to be asked for. */
  seldom?: boolean
  chosen: readonly string[]
  options: readonly Check[]
  onChoose: (values: string[]) => void
}

/**
 * A word in a sentence that opens to boxes to tick, each with how many it would give. The boxes are made when it is
 * first opened: most people never do, and there may be a hundred.
 */
export const Checks = (props: Props) => {
  let root: HTMLDetailsElement | undefined
  const [isMade, setMade] = createSignal(false)
  const close = () => {
    if (root) root.open = false
  }
  const closeOutside = (event: Event): void => {
    if (root?.open && event.target instanceof Node && !root.contains(event.target)) close()
  }
  onMount(() => {
    document.addEventListener('pointerdown', closeOutside)
    document.addEventListener('focusin', closeOutside)
  })
  onCleanup(() => {
    document.removeEventListener('pointerdown', closeOutside)
    document.removeEventListener('focusin', closeOutside)
  })
  const words = (): string => {
    const [first, ...more] = props.chosen
    if (first === undefined) return props.none
    if (more.length > 0) return props.several(props.chosen.length)
    return props.options.find(option => option.value === first)?.label ?? props.several(1)
  }
  const toggle = (value: string, on: boolean): void =>
    props.onChoose(on ? [...props.chosen, value] : props.chosen.filter(one => one !== value))
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !root?.open) return
    close()
    root.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={root}
      class="checks"
      classList={{ seldom: props.seldom }}
      onKeyDown={onKey}
      onToggle={() => setMade(true)}
    >
      <summary>
        <span class="unseen">{props.label}: </span>
        {words()}
        <Icon name="down" />
      </summary>
      <fieldset>
        <legend class="unseen">{props.label}</legend>
        <Show when={isMade()}>
          <Boxes name={props.name} chosen={props.chosen} options={props.options} onToggle={toggle} />
        </Show>
      </fieldset>
    </details>
  )
}

type BoxesProps = Pick<Props, 'name' | 'chosen' | 'options'> & {
  onToggle: (value: string, on: boolean) => void
}

const Boxes = (props: BoxesProps) => {
  const options = createMemo(() => new Map(props.options.map(one => [one.value, one])))
  return (
    // By value, so that a box that was ticked keeps its focus when the numbers change.
    <For each={[...options().keys()]}>
      {value => (
        <label>
          <input
            type="checkbox"
            name={props.name}
            value={value}
            checked={props.chosen.includes(value)}
            onChange={event => props.onToggle(value, event.currentTarget.checked)}
          />
          <span>{options().get(value)?.label}</span>
          <span class="muted">{options().get(value)?.count ?? 0}</span>
        </label>
      )}
    </For>
  )
}
