import { Show } from 'solid-js'
import type { Adoption } from '#shared/contract/adoption.ts'

/** What our unit said before about its way of doing it. */
export const AdoptionFacts = (props: { adoption: Adoption }) => (
  <Show when={props.adoption.kept || props.adoption.changed || props.adoption.touchesCore}>
    <dl>
      <Show when={props.adoption.kept}>
        <div>
          <dt>I beholdt</dt>
          <dd class="as-written">{props.adoption.kept}</dd>
        </div>
      </Show>
      <Show when={props.adoption.changed}>
        <div>
          <dt>I ændrede</dt>
          <dd class="as-written">{props.adoption.changed}</dd>
        </div>
      </Show>
      <Show when={props.adoption.changed || props.adoption.touchesCore}>
        <div>
          <dt>Rører det ved kernen?</dt>
          <dd>{props.adoption.touchesCore ? 'Ja' : 'Nej'}</dd>
        </div>
      </Show>
    </dl>
  </Show>
)
