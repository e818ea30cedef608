import { type ParentProps, Show } from 'solid-js'
import { createPainted } from './painted.ts'

/** What stands below the first view: it comes once all above it is painted. One in another takes turns with it. */
export const Later = (props: ParentProps) => {
  const isPainted = createPainted()
  return <Show when={isPainted()}>{props.children}</Show>
}
