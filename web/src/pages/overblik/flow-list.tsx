import { createSignal, For, Show } from 'solid-js'
import { ADOPTION_STAGES, EXPERIENCES } from '#shared/rules/vocabulary.ts'
import { formatter } from '../../components/words/formatter.ts'
import { flowAddress, type View } from './addresses.ts'
import { Opened } from './opened.tsx'
import type { Pair } from './sums.ts'

type Column = { id: string; label: string; of: (pair: Pair) => string | number }

const COLUMNS: readonly Column[] = [
  { id: 'from', label: 'Har givet', of: pair => pair.from.shortName },
  { id: 'to', label: 'Har taget til sig', of: pair => pair.to.shortName },
  { id: 'considering', label: 'Overvejer', of: pair => pair.stages.considering ?? 0 },
  { id: 'trying', label: 'Prøver', of: pair => pair.stages.trying ?? 0 },
  { id: 'in_use', label: 'I brug', of: pair => pair.stages.in_use ?? 0 },
  { id: 'stopped', label: 'Stoppet', of: pair => pair.stages.stopped ?? 0 },
  { id: 'works', label: 'Virker', of: pair => pair.outcomes.works ?? 0 },
  { id: 'partly', label: 'Delvist', of: pair => pair.outcomes.partly ?? 0 },
  { id: 'did_not_work', label: 'Virkede ikke', of: pair => pair.outcomes.did_not_work ?? 0 },
]

/** The numbers of a column: those of a stage, or of an outcome. */
const meantBy = (id: string) => ({
  stage: ADOPTION_STAGES.find(stage => stage === id),
  outcome: EXPERIENCES.find(outcome => outcome === id),
})

const danish = formatter(() => new Intl.Collator('da-DK'))
const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? b - a : danish().compare(String(a), String(b))

/** Every flow by stage and outcome, in the order one asks for: names from the first, numbers from the largest. */
export const FlowList = (props: { pairs: readonly Pair[]; view: View }) => {
  const [isOpen, setOpen] = createSignal(false)
  const [sorted, setSorted] = createSignal({ id: 'from', isTurned: false })
  const rows = (): Pair[] => {
    const { id, isTurned } = sorted()
    const column = COLUMNS.find(one => one.id === id)
    const inOrder = column
      ? [...props.pairs].sort((a, b) => compare(column.of(a), column.of(b)))
      : [...props.pairs]
    return isTurned ? inOrder.reverse() : inOrder
  }
  const sortBy = (id: string) => setSorted(before => ({ id, isTurned: before.id === id && !before.isTurned }))
  const direction = (column: Column) => {
    if (sorted().id !== column.id) return undefined
    const isText = column.id === 'from' || column.id === 'to'
    return isText === sorted().isTurned ? 'descending' : 'ascending'
  }
  return (
    <details class="flow-list" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary class="button quiet">Efter stadie og udfald, til at sortere</summary>
      <Show when={isOpen()}>
        <div class="scroll">
          <table class="matrix">
            <caption>Antal enheder. De, der overvejer, tæller ikke med i billedet.</caption>
            <thead>
              <tr>
                <For each={COLUMNS}>
                  {column => (
                    <th scope="col" aria-sort={direction(column)}>
                      <button class="button quiet" type="button" onClick={() => sortBy(column.id)}>
                        {column.label}
                      </button>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody>
              <For each={rows()}>
                {pair => (
                  <tr>
                    <th scope="row">{pair.from.shortName}</th>
                    <th scope="row">{pair.to.shortName}</th>
                    <For each={COLUMNS.slice(2)}>
                      {column => (
                        <td>
                          <Opened
                            count={Number(column.of(pair))}
                            href={flowAddress(
                              { from: pair.from.id, to: pair.to.id, ...meantBy(column.id) },
                              props.view,
                            )}
                            words={`fra ${pair.from.shortName} til ${pair.to.shortName}: ${column.label}`}
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
