import { For, Show } from 'solid-js'
import type { InitiativeTrace } from '#shared/contract/initiative.ts'
import { From } from '../../components/from.tsx'
import { longDate } from '../../components/words/dates.ts'
import { useHere } from '../../session/here.tsx'
import { useTitle } from '../../ui/title.ts'

/** What those who took a card on still see of it when it was taken back, or narrowed. */
export const TraceView = (props: { trace: InitiativeTrace }) => {
  const here = useHere()
  const isWithdrawn = () => props.trace.status === 'withdrawn'
  useTitle(() => (isWithdrawn() ? 'Trukket tilbage' : 'Ikke længere delt'))
  return (
    <div class="state">
      <From
        unit={here().organisation.unitName(props.trace.unitId) ?? props.trace.unitId}
        area={here().organisation.area(props.trace.areaId)}
        href={`/enheder/${props.trace.unitId}`}
      />
      <h1>{isWithdrawn() ? 'Kortet er trukket tilbage' : 'Kortet er ikke længere delt med jer'}</h1>
      <Show when={props.trace.withdrawnReason}>{reason => <p class="lede">»{reason()}«</p>}</Show>
      <Show when={props.trace.withdrawnAt}>
        {at => (
          <p class="muted">
            <time datetime={at()}>{longDate(at())}</time>
          </p>
        )}
      </Show>
      <For each={props.trace.adoptions}>
        {() => (
          <>
            <p>I har taget det i brug, og det må I blive ved med. Fortæl gerne, hvordan det går.</p>
            <a class="button primary" href={`/greb/${props.trace.id}/proev`}>
              Fortæl, hvordan det går
            </a>
          </>
        )}
      </For>
    </div>
  )
}
