import { For, type JSX, Show } from 'solid-js'
import type { CatalogueItem, UnitAdoptions } from '#shared/contract/catalogue.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import { STAGE_LABELS } from '#shared/rules/labels.ts'
import { Card } from '../../components/card.tsx'
import { Pointed } from '../../components/pointed.tsx'
import { longDay } from '../proev/start-dates.ts'

const SHOWN = 6

type OwnProps = {
  heading: string
  items: readonly CatalogueItem[]
  total: number
  unitId: string
  empty: JSX.Element
}

/** What a director points at stands first; the order stays as it was otherwise. */
const pointedFirst = (items: readonly CatalogueItem[]): CatalogueItem[] =>
  [...items].sort((a, b) => Number(b.spotlight !== undefined) - Number(a.spotlight !== undefined))

/** A unit's own cards, newest first. */
export const OwnCards = (props: OwnProps) => (
  <section class="stack" aria-labelledby="vores">
    <h2 id="vores">{props.heading}</h2>
    <Show when={props.items.length > 0} fallback={props.empty}>
      <For each={pointedFirst(props.items).slice(0, SHOWN)}>
        {item => <Card item={item} above={<Pointed spotlight={item.spotlight} />} />}
      </For>
      <Show when={props.total > SHOWN}>
        <p>
          <a class="button" href={`/?unit=${props.unitId}`}>
            Se alle {props.total} greb
          </a>
        </p>
      </Show>
    </Show>
  </section>
)

type BorrowedProps = { heading: string; here: string; items: UnitAdoptions['items']; empty: JSX.Element }

/** Cards of others that the unit took on, with what became of them there. */
export const BorrowedCards = (props: BorrowedProps) => (
  <section class="stack" aria-labelledby="andres">
    <h2 id="andres">{props.heading}</h2>
    <Show when={props.items.length > 0} fallback={props.empty}>
      <For each={props.items}>
        {adoption => (
          <Card
            item={adoption.initiative}
            extra={
              <>
                {props.here} <b>{stageSince(adoption)}</b> {adoption.outcomeText ?? adoption.changed}
              </>
            }
          />
        )}
      </For>
    </Show>
  </section>
)

const stageSince = ({ stage, startedOn, createdAt }: UnitAdoptions['items'][number]): string => {
  const day = startedOn ?? danishDay(Date.parse(createdAt))
  if (stage === 'stopped') return `${STAGE_LABELS.stopped}.`
  const begins = startedOn !== undefined && startedOn > danishDay(Date.now())
  return begins ? `Begynder ${longDay(day)}.` : `${STAGE_LABELS[stage]} siden ${longDay(day)}.`
}
