import { type Accessor, createSignal, onMount } from 'solid-js'

/** False until whoever asks has been painted once: what a slow phone need not wait for comes then. */
export const createPainted = (): Accessor<boolean> => {
  const [isPainted, setPainted] = createSignal(false)
  onMount(() => requestAnimationFrame(() => setTimeout(() => setPainted(true))))
  return isPainted
}
