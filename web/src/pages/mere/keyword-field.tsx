import { createSignal, Show } from 'solid-js'
import { WrongLine } from '../../components/form/wrong-line.tsx'
import { LISTS, withList } from '../../drafts/card-form.ts'
import { controlId, FIELD_LABELS } from '../del/labels.ts'
import type { Draft } from '../del/use-draft.ts'

/** Words in one line, with commas between them. */
export const KeywordField = (props: { draft: Draft }) => {
  const id = controlId('keywords')
  const items = () => props.draft.draft().form.lists.keywords
  // What is typed stands as typed; the list grows beside it.
  const [typed, setTyped] = createSignal(items().join(', '))
  const write = (text: string) => {
    setTyped(text)
    const words = text
      .split(',')
      .map(word => word.trim())
      .filter(word => word !== '')
    props.draft.edit(form => withList(form, 'keywords', words))
  }
  const wrong = () =>
    props.draft.wrong('keywords') ?? props.draft.draft().wrongs.find(one => one.path.startsWith('keywords.'))
  return (
    <div class="field">
      <label for={id}>{FIELD_LABELS.keywords}</label>
      <p class="hint" id={`${id}-h`}>
        Med komma imellem. Højst {LISTS.keywords.most}.
      </p>
      <input
        id={id}
        class="input"
        autocomplete="off"
        aria-describedby={`${id}-h${wrong() ? ` ${id}-w` : ''}`}
        aria-invalid={wrong() ? 'true' : undefined}
        value={typed()}
        onInput={event => write(event.currentTarget.value)}
      />
      <Show when={items().length > 0}>
        <p class="count">
          {items().length} af {LISTS.keywords.most} ord
        </p>
      </Show>
      <WrongLine id={`${id}-w`} wrong={wrong()} onVouch={props.draft.vouch} />
    </div>
  )
}
