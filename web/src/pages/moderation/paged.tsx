import { createAsync } from '@solidjs/router'
import { createSignal, For, type JSX, Show } from 'solid-js'

type Page<T> = { items: T[]; nextCursor?: string | undefined }
type Props<T> = {
  read: (cursor?: string) => Promise<Page<T>>
  /** Where this page begins; the first without it. */
  cursor?: string
  /** What is said where there is nothing at all. */
  empty?: string
  children: (item: T) => JSX.Element
}

/** A list from page to page, the next one when somebody asks for it. */
export const Paged = <T,>(props: Props<T>) => {
  const page = createAsync(() => props.read(props.cursor))
  const [goesOn, setGoesOn] = createSignal(false)
  return (
    <>
      <Show when={props.empty !== undefined && page()?.items.length === 0}>
        <p class="muted">{props.empty}</p>
      </Show>
      <For each={page()?.items}>{item => props.children(item)}</For>
      <Show when={page()?.nextCursor}>
        {cursor => (
          <Show
            when={goesOn()}
            fallback={
              <button class="button quiet" type="button" onClick={() => setGoesOn(true)}>
                Vis flere
              </button>
            }
          >
            <Paged read={props.read} cursor={cursor()}>
              {props.children}
            </Paged>
          </Show>
        )}
      </Show>
    </>
  )
}
