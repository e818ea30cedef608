import { createSignal, onMount } from 'solid-js'
import { longDate } from './words/dates.ts'

/** A date that is said once the page is painted: a browser's first formatter keeps a slow phone 60 ms. Its place is kept. */
export const LateDate = (props: { time: string }) => {
  const [isPainted, setPainted] = createSignal(false)
  onMount(() => requestAnimationFrame(() => setTimeout(() => setPainted(true))))
  return (
    <time class="late-date" datetime={props.time}>
      {isPainted() ? longDate(props.time) : ''}
    </time>
  )
}
