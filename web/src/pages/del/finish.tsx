import { For, Show } from 'solid-js'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import { visibilityLabel } from '#shared/rules/labels.ts'
import type { Visibility } from '#shared/rules/vocabulary.ts'
import { hasContent } from '../../drafts/draft-now.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { controlId, FIELD_LABELS } from './labels.ts'
import { ProblemNote } from './problem-note.tsx'
import type { Publish } from './publish.ts'
import { SaveLine } from './save-line.tsx'
import type { Draft } from './use-draft.ts'
import { WrongSummary } from './wrong-summary.tsx'

const ORDER = ['organisation', 'unit', 'area', 'public'] as const satisfies readonly Visibility[]

type Props = { draft: Draft; publish: Publish; unit: Unit; area: Area; isPublished: boolean }

/** Who may see it, and out it goes. */
export const Finish = (props: Props) => {
  const now = props.draft.draft
  const choose = (value: string) => {
    const visibility = ORDER.find(one => one === value)
    if (visibility) props.draft.edit(form => ({ ...form, visibility }))
  }
  return (
    <div class="stack">
      <div class="field">
        <label for={controlId('visibility')}>{FIELD_LABELS.visibility}</label>
        <span class="pick boxed">
          <select id={controlId('visibility')} onChange={event => choose(event.currentTarget.value)}>
            <For each={ORDER}>
              {visibility => (
                <option value={visibility} selected={now().form.visibility === visibility}>
                  {visibilityLabel(visibility, props.unit.name, props.area.shortName)}
                </option>
              )}
            </For>
          </select>
          <Icon name="down" />
        </span>
      </div>
      <WrongSummary publish={props.publish} isPublished={props.isPublished} />
      <ProblemNote publish={props.publish} isPublished={props.isPublished} />
      <Show
        when={props.isPublished}
        fallback={
          <div class="actions">
            <button class="button primary" type="button" onClick={props.publish.publish}>
              Udgiv kortet
            </button>
            <button class="button" type="button" onClick={() => void props.draft.save()}>
              Gem som kladde
            </button>
          </div>
        }
      >
        <div class="actions">
          <button class="button primary" type="button" onClick={props.publish.saveChanges}>
            Gem ændringer
          </button>
          <a class="button quiet" href={`/greb/${now().id}`}>
            Til kortet
          </a>
        </div>
      </Show>
      <SaveLine draft={props.draft} />
      <Show when={!props.isPublished && (now().id !== undefined || hasContent(now().form, now().base))}>
        <div class="actions">
          <Show when={now().id}>
            {id => (
              <a class="button quiet flush" href={`/del/${id()}/mere`}>
                Fortæl mere om grebet
              </a>
            )}
          </Show>
          <Confirm
            ask="Slet kladden"
            sure="Ja, slet den"
            keep="Behold kladden"
            onSure={() => void props.publish.remove()}
          >
            Kladden forsvinder for alle i jeres enhed, og den kan ikke hentes tilbage.
          </Confirm>
        </div>
      </Show>
    </div>
  )
}
