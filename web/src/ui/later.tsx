import { type ParentProps, Show } from 'solid-js'
import { createPainted } from './painted.ts'

/**
 * What stands below the first view: it comes once all above it is painted. One in another takes turns with it. Until
 * then a window's height keeps its room, so that nothing in sight moves.
 */
export const Later = (props: ParentProps) => {
  const isPainted = createPainted()
  return (
    <Show when={isPainted()} fallback={<div class="to-come" />}>
      {props.children}
    </Show>
  )
}
