import { createSignal, type JSX, Show } from 'solid-js'

type Props = {
  /** What the button says before and after. */
  ask: string
  sure: string
  keep: string
  children: JSX.Element
  onSure: () => void
}

/** Asks once more, in place, before something goes away for good. Focus goes to the answer that keeps it. */
export const Confirm = (props: Props) => {
  const [asks, setAsks] = createSignal(false)
  let opener: HTMLButtonElement | undefined
  const close = () => {
    setAsks(false)
    opener?.focus()
  }
  return (
    <Show
      when={asks()}
      fallback={
        <div>
          <button ref={opener} class="button quiet flush" type="button" onClick={() => setAsks(true)}>
            {props.ask}
          </button>
        </div>
      }
    >
      <fieldset class="note confirm" onKeyDown={event => event.key === 'Escape' && close()}>
        <legend class="unseen">{props.ask}</legend>
        <p>{props.children}</p>
        <div class="actions">
          <button ref={focusWhenThere} class="button" type="button" onClick={close}>
            {props.keep}
          </button>
          <button class="button" type="button" onClick={props.onSure}>
            {props.sure}
          </button>
        </div>
      </fieldset>
    </Show>
  )
}

const focusWhenThere = (element: HTMLElement): void => queueMicrotask(() => element.focus())
