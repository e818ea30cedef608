import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { SPOTLIGHTS } from '../../api/addresses.ts'
import { getCatalogue } from '../../api/catalogue.ts'
import { Card } from '../../components/card.tsx'
import { Pointed } from '../../components/pointed.tsx'

/** What directors point at at the moment, and why. */
export const Spotlights = () => {
  const pointed = createAsync(() => getCatalogue(SPOTLIGHTS))
  return (
    <Show when={pointed()?.items.length}>
      <section aria-labelledby="se-her">
        <div class="section-head">
          <h2 id="se-her">Fremhævet</h2>
          <p>En direktør peger på et kort og skriver hvorfor.</p>
        </div>
        <ul class="spots">
          <For each={pointed()?.items}>
            {item => (
              <li>
                <Card item={item} above={<Pointed spotlight={item.spotlight} />} />
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
