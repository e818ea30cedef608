import { createMemo, For, onCleanup, onMount } from 'solid-js'
import { Icon } from './icon.tsx'

export type Check = { value: string; label: string; count: number | undefined }
type Props = {
  label: string
  /** Said when nothing is chosen, and of several. */
  none: string
  several: (count: number) => string
  name: string
  chosen: readonly string[]
  options: readonly Check[]
  onChoose: (values: string[]) => void
}

/** A word in a sentence that opens to boxes to tick, each with how many it would give. */
export const Checks = (props: Props) => {
  let root: HTMLDetailsElement | undefined
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
  // By value, so that a box that was ticked keeps its focus when the numbers change.
  const values = createMemo(() => props.options.map(one => one.value))
  const option = (value: string) => props.options.find(one => one.value === value)
  const toggle = (value: string, on: boolean): void =>
    props.onChoose(on ? [...props.chosen, value] : props.chosen.filter(one => one !== value))
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !root?.open) return
    close()
    root.querySelector('summary')?.focus()
  }
  return (
    <details ref={root} class="checks" onKeyDown={onKey}>
      <summary>
        <span class="unseen">{props.label}: </span>
        {words()}
        <Icon name="down" />
      </summary>
      <fieldset>
        <legend class="unseen">{props.label}</legend>
        <For each={values()}>
          {value => (
            <label>
              <input
                type="checkbox"
                name={props.name}
                value={value}
                checked={props.chosen.includes(value)}
                onChange={event => toggle(value, event.currentTarget.checked)}
              />
              <span>{option(value)?.label}</span>
              <span class="muted">{option(value)?.count ?? 0}</span>
            </label>
          )}
        </For>
      </fieldset>
    </details>
  )
}
