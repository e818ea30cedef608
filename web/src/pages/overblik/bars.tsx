import { For, Show } from 'solid-js'
import { shortMonth } from './timeline.ts'

/** What happened in one month: filled, and beside it open. */
export type Month = { month: string; given: number; taken: number }

const HEIGHT = 56
const GROUND = 53
const SLOT = 18

type Props = {
  months: readonly Month[]
  /** The most that any bar of the whole figure counts: one scale for all. */
  most: number
  area?: string | undefined
  label: string
}

/** Small bars by month, with the first and the last month named under them. */
export const Bars = (props: Props) => {
  const width = () => Math.max(1, props.months.length) * SLOT
  const high = (count: number): number => (count / Math.max(1, props.most)) * (HEIGHT - 8)
  return (
    <>
      <svg
        class="bars"
        data-area={props.area}
        viewBox={`0 0 ${width()} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={props.label}
      >
        <path class="ground" d={`M0 ${GROUND}h${width()}`} fill="none" />
        <For each={props.months}>
          {(month, at) => (
            <>
              <Show when={month.given > 0}>
                <rect
                  class="given"
                  x={at() * SLOT + 1}
                  y={GROUND - 1 - high(month.given)}
                  width="7"
                  height={high(month.given)}
                />
              </Show>
              <Show when={month.taken > 0}>
                <rect
                  class="taken"
                  x={at() * SLOT + 9.75}
                  y={GROUND - 1 - high(month.taken)}
                  width="5.5"
                  height={high(month.taken)}
                />
              </Show>
            </>
          )}
        </For>
      </svg>
      <p class="axis" aria-hidden="true">
        <span>{shortMonth(props.months[0]?.month ?? '1970-01')}</span>
        <span>{shortMonth(props.months.at(-1)?.month ?? '1970-01')}</span>
      </p>
    </>
  )
}
