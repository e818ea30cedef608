import { createAsync } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import { SPOTLIGHTS } from '../../api/addresses.ts'
import { getCatalogue } from '../../api/catalogue.ts'
import { Card } from '../../components/card.tsx'
import { Pointed } from '../../components/pointed.tsx'

const MOST = 3

/** What was pointed at last stands first. */
const newest = (items: readonly CatalogueItem[]): CatalogueItem[] =>
  [...items]
    .sort((a, b) => ((a.spotlight?.createdAt ?? '') > (b.spotlight?.createdAt ?? '') ? -1 : 1))
    .slice(0, MOST)

/** What directors point at at the moment, and why. */
export const Spotlights = () => {
  const pointed = createAsync(async () => newest((await getCatalogue(SPOTLIGHTS)).items))
  return (
    <Show when={pointed()?.length}>
      <section aria-labelledby="se-her">
        <div class="section-head">
          <h2 id="se-her">Fremhævet</h2>
          <p>En direktør peger på et kort og skriver hvorfor.</p>
        </div>
        <ul class="spots">
          <For each={pointed()}>
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
