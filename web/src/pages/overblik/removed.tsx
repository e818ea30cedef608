import { createSignal, For, Show } from 'solid-js'
import type { Activity } from '#shared/contract/insights.ts'
import type { Area } from '#shared/contract/organisation.ts'
import { figure, spelled } from '../../components/words/counts.ts'
import { useHere } from '../../session/here.tsx'
import { periodWords } from './period-words.ts'

const FIRST = 9

/** Forms, meetings and approvals that are gone, and whose they were. */
export const Removed = (props: { activity: Activity; area: Area | undefined }) => {
  const here = useHere()
  const [all, setAll] = createSignal(false)
  const items = () => {
    const id = props.area?.id
    return props.activity.removed.filter(item => id === undefined || item.areaId === id)
  }
  const shown = () => (all() ? items() : items().slice(0, FIRST))
  const count = () => (props.area ? items().length : props.activity.removedTotal)
  const owner = (unitId: string, said: string | undefined) =>
    said ?? here().organisation.unitName(unitId) ?? unitId
  const words = (): string => {
    if (count() === 0) return `Ingen har skrevet, hvad de slap for${periodWords(props.activity.period)}.`
    const things = count() === 1 ? 'skema, møde eller godkendelse' : 'skemaer, møder og godkendelser'
    return `${spelled(count())} ${things}, der er væk, og hvem de hørte under.`
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
    </section>
  )
}
