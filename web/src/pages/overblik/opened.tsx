import { Show } from 'solid-js'
import { figure } from '../../components/words/counts.ts'

/** A number in a table that leads to its cards; `words` tell those who do not see the table what it counts. */
export const Opened = (props: { count: number; href: string; words: string }) => (
  <Show when={props.count > 0} fallback="–">
    <a href={props.href}>
      {figure(props.count)}
      <span class="unseen"> {props.words}</span>
    </a>
  </Show>
)
