import './form.css'
import { createSignal, type JSX, Show } from 'solid-js'
import { LIMITS } from '#shared/rules/limits.ts'
import { asProblem } from '../../api/problem.ts'
import { checkText, type Wrong } from '../../drafts/check.ts'
import { TextField } from './text-field.tsx'

type Props = {
  /** What the button says that opens it, and the one that sends. */
  ask: string
  /** What `ask` is about, for those who hear the button away from it. */
  of?: string
  send: string
  label: string
  hint?: string
  /** What is asked for before the words. */
  before?: JSX.Element
  /** Throws an `ApiProblem`; what was written then stays. */
  onSend: (text: string) => Promise<unknown>
}

/** A button that asks for words before something is done. */
export const SayWhy = (props: Props) => {
  const [open, setOpen] = createSignal(false)
  const [text, setText] = createSignal('')
  const [wrong, setWrong] = createSignal<Wrong>()
  const [problem, setProblem] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  let opener: HTMLButtonElement | undefined
  let form: HTMLFormElement | undefined
  const ask = () => {
    setOpen(true)
    form?.querySelector<HTMLElement>('.input')?.focus()
  }
  const close = () => {
    setOpen(false)
    opener?.focus()
  }
  const write = (value: string) => {
    setText(value)
    setWrong(checkText('reason', value, LIMITS.reason, false))
  }
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy() || wrong()) return
    if (text().trim() === '') return void setWrong({ path: 'reason', message: 'Skriv noget først.' })
    setBusy(true)
    setProblem('')
    try {
      await props.onSend(text())
      setText('')
      close()
    } catch (error) {
      const problem = asProblem(error)
      setProblem(problem.fields[0]?.message ?? problem.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Show
      when={open()}
      fallback={
        <div>
          <button ref={opener} class="button quiet" type="button" onClick={ask}>
            {props.ask}
            <Show when={props.of}>{of => <span class="unseen"> {of()}</span>}</Show>
          </button>
        </div>
      }
    >
      <form ref={form} class="stack" onSubmit={event => void send(event)}>
        {props.before}
        <TextField
          label={props.label}
          {...(props.hint === undefined ? {} : { hint: props.hint })}
          value={text()}
          max={LIMITS.reason}
          lines
          wrong={wrong()}
          onText={write}
        />
        <p role="alert">{problem()}</p>
        <div class="actions">
          <button class="button" type="submit" aria-busy={busy()}>
            {props.send}
          </button>
          <button class="button quiet" type="button" onClick={close}>
            Fortryd
          </button>
        </div>
      </form>
    </Show>
  )
}
