import { useIsRouting } from '@solidjs/router'
import { type Accessor, createSignal, onMount, untrack } from 'solid-js'

/**
 * False until whoever asks has been painted once: what a slow phone need not wait for comes then. Who comes from
 * another page of the portal has all at once, so that going back finds its place.
 */
export const createPainted = (): Accessor<boolean> => {
  const [isPainted, setPainted] = createSignal(untrack(useIsRouting()))
  onMount(() => requestAnimationFrame(() => setTimeout(() => setPainted(true))))
  return isPainted
}
