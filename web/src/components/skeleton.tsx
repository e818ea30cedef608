import { createSignal, For, onCleanup, Show } from 'solid-js'

const SHORT_MS = 150

/** Cards to come. Shown only when the wait can be felt. */
export const Skeleton = (props: { what: string; cards?: number }) => {
  const [felt, setFelt] = createSignal(false)
  const timer = setTimeout(() => setFelt(true), SHORT_MS)
  onCleanup(() => clearTimeout(timer))
  return (
    <div class="to-come" aria-busy="true" role="status">
      <Show when={felt()}>
        <span class="unseen">{props.what}</span>
        <ul class="wall" aria-hidden="true">
          <For each={Array.from({ length: props.cards ?? 6 })}>
            {() => (
              <li>
                <div class="card ghost">
                  <div class="body">
                    <div class="bone a" />
                    <div class="bone b" />
                    <div class="bone" />
                    <div class="bone c" />
                  </div>
                  <div class="base">
                    <div class="bone d" />
                  </div>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
