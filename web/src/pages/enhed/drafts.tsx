import { For, Show } from 'solid-js'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import { Sign } from '../../ui/sign.tsx'
import { longDay } from '../proev/start-dates.ts'

const day = (item: CatalogueItem): string => longDay(danishDay(Date.parse(item.updatedAt)))

export const DraftList = (props: { items: readonly CatalogueItem[] }) => (
  <section class="stack" aria-labelledby="kladder">
    <h2 id="kladder">Kladder</h2>
    <Show when={props.items.length > 0} fallback={<p class="muted">I har ingen kladder liggende.</p>}>
      <ul class="rows">
        <For each={props.items}>
          {item => (
            <li>
              <Sign area={item.areaId} open />
              <div>
                <p>
                  <a href={`/del/${item.id}`}>{item.title ?? 'En kladde uden navn'}</a>
                </p>
                <p class="muted small">Kun I kan se den. Sidst rettet {day(item)}.</p>
              </div>
            </li>
          )}
        </For>
      </ul>
    </Show>
    <p>
      <a class="button" href="/del">
        Begynd på et nyt greb
      </a>
    </p>
  </section>
)

export const WithdrawnList = (props: { items: readonly CatalogueItem[] }) => (
  <Show when={props.items.length > 0}>
    <section class="stack" aria-labelledby="trukket">
      <h2 id="trukket">Trukket tilbage</h2>
      <ul class="rows">
        <For each={props.items}>
          {item => (
            <li>
              <Sign area={item.areaId} open />
              <div>
                <p>
                  <a href={`/del/${item.id}`}>{item.title}</a>
                </p>
                <p class="muted small">I kan udgive det igen.</p>
              </div>
            </li>
          )}
        </For>
      </ul>
    </section>
  </Show>
)
