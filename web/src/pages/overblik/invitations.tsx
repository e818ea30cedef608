import { createSignal, For, Show } from 'solid-js'
import type { Area } from '#shared/contract/organisation.ts'
import { type AreaName, notYet, type Pair } from './sums.ts'

const FIRST = 4

/** Areas that have not borrowed from each other yet: an opening for both, and nobody's fault. */
export const Invitations = (props: {
  areas: readonly AreaName[]
  pairs: readonly Pair[]
  area: Area | undefined
}) => {
  const [all, setAll] = createSignal(false)
  const openings = () => {
    const id = props.area?.id
    const found = notYet(props.areas, props.pairs)
    return id === undefined ? found : found.filter(pair => pair.some(area => area.id === id))
  }
  const shown = () => (all() ? openings() : openings().slice(0, FIRST))
  return (
    <Show when={openings().length > 0}>
      <section class="stack invitations" aria-labelledby="endnu-ikke">
        <div>
          <h3 id="endnu-ikke">Her kan I møde hinanden</h3>
          <p class="muted">
            Områder, der endnu ikke har lånt af hinanden. Måske har de mere til fælles, end de ved.
          </p>
        </div>
        <ul class="rid">
          <For each={shown()}>
            {([one, other]) => (
              <li>
                <p>
                  {one.shortName} og {other.shortName}
                </p>
                <p>
                  Se, hvad <a href={`/?area=${one.id}`}>{one.shortName}</a> og{' '}
                  <a href={`/?area=${other.id}`}>{other.shortName}</a> har delt.
                </p>
              </li>
            )}
          </For>
        </ul>
        <Show when={openings().length > shown().length}>
          <button class="button quiet" type="button" onClick={() => setAll(true)}>
            Vis {openings().length - shown().length} flere åbninger
          </button>
        </Show>
      </section>
    </Show>
  )
}
