import { createSignal, For, Show } from 'solid-js'
import type { Shelf, ShelvedItem } from '#shared/contract/insights.ts'
import type { ShelfId } from '#shared/rules/vocabulary.ts'
import { From } from '../../components/from.tsx'
import { useHere } from '../../session/here.tsx'
import { csvAddress } from './addresses.ts'

const FIRST = 4

const WORDS: Record<ShelfId, { under: string; empty: string }> = {
  'several-places': {
    under: 'Efter de andre enheders egne tilbagemeldinger',
    empty: 'Når to enheder har meldt tilbage, kan et greb stå her.',
  },
  'needs-another-area': {
    under: 'Prøvet hos dem selv. Hvem er de næste?',
    empty: 'Lige nu er her ingen, der mangler det.',
  },
  'learned-by-stopping': {
    under: 'Lige så meget værd som dem, der lykkedes',
    empty: 'Her kommer det, nogen lærte af at stoppe.',
  },
}

/** Three shelves of cards with their reasons; nobody is ranked. */
export const Shelves = (props: { shelves: readonly Shelf[] }) => (
  <div>
    <div class="shelves">
      <For each={props.shelves}>{shelf => <OneShelf shelf={shelf} />}</For>
    </div>
    <p class="taken-out">
      <a class="tap" href={csvAddress('promising', { period: 'all' })} rel="external" download="hylder.csv">
        Hent hylderne til regneark
      </a>
    </p>
  </div>
)

const OneShelf = (props: { shelf: Shelf }) => {
  const [all, setAll] = createSignal(false)
  const words = () => WORDS[props.shelf.id]
  const shown = () => (all() ? props.shelf.items : props.shelf.items.slice(0, FIRST))
  const hidden = () => props.shelf.items.length - shown().length
  const heading = () => `hylde-${props.shelf.id}`
  return (
    <section aria-labelledby={heading()}>
      <div class="head">
        <h2 id={heading()}>{props.shelf.title}</h2>
        <p>{words().under}</p>
      </div>
      <Show when={props.shelf.items.length > 0} fallback={<p class="muted small">{words().empty}</p>}>
        <ul>
          <For each={shown()}>{item => <Shelved item={item} />}</For>
        </ul>
      </Show>
      <Show when={hidden() > 0}>
        <button class="button quiet" type="button" onClick={() => setAll(true)}>
          Vis {hidden()} flere<span class="unseen"> under {props.shelf.title}</span>
        </button>
      </Show>
    </section>
  )
}

const Shelved = (props: { item: ShelvedItem }) => {
  const here = useHere()
  return (
    <li>
      <From
        unit={here().organisation.unitName(props.item.unitId) ?? props.item.unitId}
        area={here().organisation.area(props.item.areaId)}
      />
      <h3>
        <a href={`/greb/${props.item.id}`}>{props.item.title}</a>
      </h3>
      <p class="why">{props.item.reason}</p>
    </li>
  )
}
