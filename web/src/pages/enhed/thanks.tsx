import { For, Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { Sign } from '../../ui/sign.tsx'
import { thanksIn } from './news.ts'

type Props = { heading: string; cards: readonly InitiativePage[]; names: OrganisationIndex }

/** What those who took our cards on wrote to us by hand. */
export const Thanks = (props: Props) => {
  const thanks = () => thanksIn(props.cards)
  return (
    <Show when={thanks().length > 0}>
      <section class="stack" aria-labelledby="tak">
        <h2 id="tak">{props.heading}</h2>
        <ul class="thanks">
          <For each={thanks()}>
            {({ adoption, text }) => (
              <li>
                <Sign area={adoption.areaId} big />
                <figure>
                  <blockquote>
                    <p>»{text}«</p>
                  </blockquote>
                  <figcaption class="muted small">
                    {adoption.author.name}, {props.names.unitName(adoption.unitId) ?? adoption.unitId}
                  </figcaption>
                </figure>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
