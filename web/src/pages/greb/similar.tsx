import { createAsync } from '@solidjs/router'
import { For, Show, Suspense } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { getSimilar } from '../../api/catalogue.ts'
import { Card } from '../../components/card.tsx'

const MOST = 3

/** Under a card: others that are about the same. Not there is better than in the way. */
export const Similar = (props: { card: InitiativePage }) => (
  <Suspense>
    <Cards card={props.card} />
  </Suspense>
)

const Cards = (props: { card: InitiativePage }) => {
  const items = createAsync(() =>
    getSimilar([props.card.title, props.card.summary, props.card.challenge].join(' '), props.card.id).catch(
      () => [],
    ),
  )
  return (
    <Show when={items()?.length}>
      <section aria-labelledby="lignende">
        <div class="section-head">
          <h2 id="lignende">Lignende greb</h2>
        </div>
        <ul class="spots">
          <For each={items()?.slice(0, MOST)}>
            {item => (
              <li>
                <Card item={item} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
