import { createSignal, For, Show } from 'solid-js'
import type { MonthOfArea } from '#shared/contract/insights.ts'
import { monthYear } from '../../components/words/dates.ts'
import { monthAddress, type View } from './addresses.ts'
import { MONTH_KINDS } from './kinds.ts'
import { Opened } from './opened.tsx'
import { countIn } from './sums.ts'

type Props = { rows: readonly MonthOfArea[]; timeline: readonly string[]; view: View }

/** The same months as a table, the newest first: every number leads to its cards. */
export const MonthTable = (props: Props) => {
  const [isOpen, setOpen] = createSignal(false)
  return (
    <details class="flow-list" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary class="button quiet">Måned for måned som tabel</summary>
      <Show when={isOpen()}>
        <div class="scroll">
          <table class="matrix">
            <caption>Hvert tal fører til grebene bag.</caption>
            <thead>
              <tr>
                <th scope="col">Måned</th>
                <For each={MONTH_KINDS}>{({ heading }) => <th scope="col">{heading}</th>}</For>
              </tr>
            </thead>
            <tbody>
              <For each={[...props.timeline].reverse()}>
                {month => (
                  <tr>
                    <th scope="row">{monthYear(`${month}-15`)}</th>
                    <For each={MONTH_KINDS}>
                      {({ kind, words }) => (
                        <td>
                          <Opened
                            count={countIn(props.rows, kind, { month })}
                            href={monthAddress({ kind, month, area: props.view.area }, props.view)}
                            words={`${words} i ${monthYear(`${month}-15`)}`}
                          />
                        </td>
                      )}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </details>
  )
}
