import { createUniqueId, Index, Show } from 'solid-js'
import type { Wrong } from '../../drafts/check.ts'
import { WrongLine } from './wrong-line.tsx'

type Props = {
  legend: string
  hint?: string
  /** What one of them is called: "Punkt 2". */
  item: string
  items: readonly string[]
  most: number
  wrong: (index: number) => Wrong | undefined
  crowded?: Wrong | undefined
  id?: string
  onItems: (items: readonly string[]) => void
  onVouch?: ((path: string) => void) | undefined
}

/** A short list, one line each. Enter goes on to the next line, and makes it if there is room. */
export const ListField = (props: Props) => {
  const own = createUniqueId()
  const id = (index: number) => (index === 0 && props.id ? props.id : `${own}-${index}`)
  const lines = () => (props.items.length === 0 ? [''] : props.items)
  const hasRoom = () => lines().length < props.most
  const write = (index: number, text: string) =>
    props.onItems(lines().map((line, at) => (at === index ? text : line)))
  const goTo = (index: number) => document.getElementById(id(index))?.focus()
  const add = () => {
    props.onItems([...lines(), ''])
    goTo(lines().length - 1)
  }
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    if (index < lines().length - 1) goTo(index + 1)
    else if (hasRoom() && lines()[index]?.trim()) add()
  }
  return (
    <fieldset class="field" aria-describedby={props.hint && `${own}-h`}>
      <legend>{props.legend}</legend>
      <Show when={props.hint}>
        <p class="hint" id={`${own}-h`}>
          {props.hint}
        </p>
      </Show>
      <ol class="lines">
        <Index each={lines()}>
          {(line, index) => (
            <li>
              <input
                id={id(index)}
                class="input"
                autocomplete="off"
                aria-label={`${props.item} ${index + 1}`}
                aria-describedby={props.wrong(index) && `${id(index)}-w`}
                aria-invalid={props.wrong(index) ? 'true' : undefined}
                value={line()}
                onInput={event => write(index, event.currentTarget.value)}
                onKeyDown={event => onKeyDown(event, index)}
              />
              <WrongLine id={`${id(index)}-w`} wrong={props.wrong(index)} onVouch={props.onVouch} />
            </li>
          )}
        </Index>
      </ol>
      <WrongLine id={`${own}-w`} wrong={props.crowded} />
      <Show when={hasRoom()}>
        <button class="button quiet flush" type="button" onClick={add}>
          Tilføj en linje til
        </button>
      </Show>
    </fieldset>
  )
}
