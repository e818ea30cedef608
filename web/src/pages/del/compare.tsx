import { For, Show } from 'solid-js'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import type { CardForm } from '../../drafts/card-form.ts'
import { FIELD_LABELS } from './labels.ts'
import type { Draft } from './use-draft.ts'
import { Written } from './written.tsx'

type Props = { draft: Draft; unit: Unit; area: Area; themeName: (id: string) => string }

/** Two versions side by side, where both wrote in the same place. Nothing is saved before somebody chooses. */
export const Compare = (props: Props) => {
  const now = props.draft.draft
  const Version = (version: { heading: string; form: CardForm }) => (
    <div>
      <h3>{version.heading}</h3>
      <For each={now().conflict?.fields ?? []}>
        {field => (
          <section class="stack">
            <h4 class="tag">{FIELD_LABELS[field]}</h4>
            <div>
              <Written
                form={version.form}
                field={field}
                unit={props.unit}
                area={props.area}
                themeName={props.themeName}
              />
            </div>
          </section>
        )}
      </For>
    </div>
  )
  return (
    <Show when={now().conflict}>
      {conflict => (
        <section class="state compare" aria-labelledby="sammenlign">
          <h2 id="sammenlign" tabindex="-1">
            En kollega har rettet kortet, mens du skrev
          </h2>
          <p>Jeres to udgaver er begge gemt. Se dem ved siden af hinanden, og vælg.</p>
          <div class="pair">
            <Version heading="Din udgave" form={now().form} />
            <Version heading="Kollegaens udgave" form={conflict().theirs} />
          </div>
          <div class="actions">
            <button class="button" type="button" onClick={() => props.draft.choose('mine')}>
              Behold min udgave
            </button>
            <button class="button" type="button" onClick={() => props.draft.choose('theirs')}>
              Brug kollegaens udgave
            </button>
          </div>
        </section>
      )}
    </Show>
  )
}
