import { createMemo, For, Show } from 'solid-js'
import type { Flows as FlowsAnswer } from '#shared/contract/insights.ts'
import type { Area } from '#shared/contract/organisation.ts'
import { figure } from '../../components/words/counts.ts'
import { useHere } from '../../session/here.tsx'
import { Sign } from '../../ui/sign.tsx'
import { csvAddress, type View } from './addresses.ts'
import { FlowList } from './flow-list.tsx'
import { FlowMatrix } from './flow-matrix.tsx'
import { FlowPicture } from './flow-picture.tsx'
import { Invitations } from './invitations.tsx'
import { periodWords } from './period-words.ts'
import { areasIn, areasOf, givenBy, pairsOf, takenBy, totalsOf } from './sums.ts'

/** How cards travel between areas: the picture, the same as tables, and who might meet. */
export const Flows = (props: { flows: FlowsAnswer; area: Area | undefined }) => {
  const here = useHere()
  const areas = createMemo(() => areasIn(here().organisation.organisation.areas, areasOf(props.flows.cells)))
  const all = createMemo(() => pairsOf(areas(), props.flows.cells))
  const pairs = createMemo(() => {
    const id = props.area?.id
    return id === undefined ? all() : all().filter(pair => pair.from.id === id || pair.to.id === id)
  })
  const period = () => props.flows.period
  const view = (): View => ({ period: period(), area: props.area?.id })
  const words = (): string => {
    const { all: total, across } = totalsOf(all())
    if (total === 0) return `Ingen enhed har taget et greb til sig${periodWords(period())}.`
    if (props.area) {
      const { id, shortName } = props.area
      const own = givenBy(all(), id) - totalsOf(all().filter(({ from }) => from.id === id)).across
      const among = own === 0 ? '' : `, heraf ${figure(own)} i eget område`
      return `${shortName} har givet ${figure(givenBy(all(), id))} gange og taget ${figure(takenBy(all(), id))} gange${periodWords(period())}${among}.`
    }
    return `${figure(across)} af ${figure(total)} gange har en enhed taget et greb fra et andet område${periodWords(period())}. De grå bånd blev i eget område.`
  }
  return (
    <section class="stack roomy" aria-labelledby="rejser">
      <div>
        <h2 id="rejser">Sådan rejser grebene</h2>
        <p class="lede" role="status">
          {words()}
        </p>
      </div>
      <Show when={totalsOf(pairs()).all > 0}>
        <ul class="legend" aria-label="Områdernes tegn">
          <For each={areas()}>
            {area => (
              <li class="said">
                <Sign area={area.id} />
                {area.shortName}
              </li>
            )}
          </For>
        </ul>
        <div class="flow-view">
          <FlowPicture areas={areas()} pairs={pairs()} view={view()} />
          <FlowMatrix areas={areas()} pairs={pairs()} view={view()} />
        </div>
        <FlowList pairs={pairs()} view={view()} />
      </Show>
      <p class="taken-out">
        <a class="tap" href={csvAddress('flows', view())} rel="external" download="stroemme.csv">
          Hent strømmene til regneark
        </a>
      </p>
      <Show when={period() === 'all'}>
        <Invitations areas={here().organisation.organisation.areas} pairs={all()} area={props.area} />
      </Show>
    </section>
  )
}
