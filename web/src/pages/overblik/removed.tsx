import { createSignal, For, Show } from 'solid-js'
import type { Activity } from '#shared/contract/insights.ts'
import { figure, spelled } from '../../components/words/counts.ts'
import { useHere } from '../../session/here.tsx'
import { monthAddress, readBehind, type View } from './addresses.ts'
import { periodWords } from './period-words.ts'

const FIRST = 9

/** Forms, meetings and approvals that are gone, and whose they were. */
export const Removed = (props: { activity: Activity; view: View }) => {
  const here = useHere()
  const [all, setAll] = createSignal(false)
  const items = () => props.activity.removed
  const shown = () => (all() ? items() : items().slice(0, FIRST))
  const count = () => props.activity.removedTotal
  const behind = () => monthAddress({ kind: 'removed', area: props.view.area }, props.view)
  const owner = (unitId: string, said: string | undefined) =>
    said ?? here().organisation.unitName(unitId) ?? unitId
  const words = (): string => {
    const area = here().organisation.area(props.view.area ?? '')
    const place = area ? ` i ${area.shortName}` : ''
    if (count() === 0)
      return `Ingen${place} har skrevet, hvad de slap for${periodWords(props.activity.period)}.`
    const things = count() === 1 ? 'skema, møde eller godkendelse' : 'skemaer, møder og godkendelser'
    return `${spelled(count())} ${things}${place}, der er væk, og hvem de hørte under.`
  }
  return (
    <section class="stack" aria-labelledby="slap">
      <div>
        <h2 id="slap">Det slap vi for</h2>
        <p class="muted">{words()}</p>
      </div>
      <ul class="rid">
        <For each={shown()}>
          {item => (
            <li>
              <p>
                <span class="struck">{item.removed?.what}</span>
              </p>
              <p>
                {owner(item.unitId, item.removed?.owner)}. <a href={`/greb/${item.id}`}>{item.title}</a>
              </p>
            </li>
          )}
        </For>
      </ul>
      <Show when={items().length > shown().length}>
        <button class="button quiet" type="button" onClick={() => setAll(true)}>
          Vis {figure(items().length - shown().length)} flere
        </button>
      </Show>
      <Show when={count() > 0}>
        <p class="taken-out">
          <a class="tap" href={behind()}>
            Se {count() === 1 ? 'grebet' : `de ${figure(count())} greb`}
          </a>
          <a
            class="tap"
            href={readBehind(behind().split('?')[1] ?? '').csv}
            rel="external"
            download="det-slap-vi-for.csv"
          >
            Hent det, vi slap for, til regneark
          </a>
        </p>
      </Show>
    </section>
  )
}
