import { For, Show } from 'solid-js'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'
import { WrongLine } from '../../components/form/wrong-line.tsx'
import { withList } from '../../drafts/card-form.ts'
import { controlId } from '../del/labels.ts'
import type { Draft } from '../del/use-draft.ts'

/** The shared words that the card goes by, group by group. */
export const ThemeField = (props: { draft: Draft; taxonomy: Taxonomy }) => {
  const chosen = () => props.draft.draft().form.lists.themes
  const toggle = (id: string, on: boolean) =>
    props.draft.edit(form => {
      const others = form.lists.themes.filter(theme => theme !== id)
      return withList(form, 'themes', on ? [...others, id] : others)
    })
  return (
    <>
      <For each={props.taxonomy.groups}>
        {(group, place) => (
          <fieldset class="field">
            <legend>{group.label}</legend>
            <div class="choices">
              <For each={group.themes}>
                {(theme, index) => (
                  <label class="choice">
                    <input
                      type="checkbox"
                      id={place() === 0 && index() === 0 ? controlId('themes') : undefined}
                      checked={chosen().includes(theme.id)}
                      onChange={event => toggle(theme.id, event.currentTarget.checked)}
                    />
                    <b>{theme.label}</b>
                    <Show when={theme.description}>
                      <small>{theme.description}</small>
                    </Show>
                  </label>
                )}
              </For>
            </div>
          </fieldset>
        )}
      </For>
      <WrongLine id="temaer-w" wrong={props.draft.wrong('themes')} />
    </>
  )
}
