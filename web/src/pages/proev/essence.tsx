import { For, Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'

/** What must travel with the move, what may change, and who knows: read while one chooses. */
export const Essence = (props: { card: InitiativePage }) => (
  <div class="pinned">
    <Show when={props.card.core.length > 0}>
      <h2 class="small muted">Kernen: det skal med</h2>
      <ul class="ticks">
        <For each={props.card.core}>{item => <li>{item}</li>}</For>
      </ul>
    </Show>
    <Show when={props.card.adaptable.length > 0}>
      <h2 class="small muted">Det kan I tilpasse</h2>
      <ul class="ticks loose">
        <For each={props.card.adaptable}>{item => <li>{item}</li>}</For>
      </ul>
    </Show>
    <dl>
      <Show when={props.card.requirements?.permission}>
        <div>
          <dt>Før I begynder</dt>
          <dd>{props.card.requirements?.permission}</dd>
        </div>
      </Show>
      <Show when={props.card.contact}>
        <div>
          <dt>Spørg</dt>
          <dd>{props.card.contact}</dd>
        </div>
      </Show>
    </dl>
  </div>
)
