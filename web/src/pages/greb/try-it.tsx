import { Match, Switch } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { useHere } from '../../session/here.tsx'

/** The one thing to do with a card: try it, tell how it goes, or, where it is one's own, mend it. */
export const TryIt = (props: { card: InitiativePage }) => {
  const here = useHere()
  const unitId = () => here().session.person.unitId
  const isOwn = () => unitId() === props.card.unitId
  const isAdopted = () => props.card.adoptions.some(adoption => adoption.unitId === unitId())
  return (
    <Switch
      fallback={
        <a class="button primary wide" href={`/greb/${props.card.id}/proev`}>
          Vi vil prøve det
        </a>
      }
    >
      <Match when={isOwn()}>
        <a class="button primary wide" href={`/del/${props.card.id}`}>
          Ret kortet
        </a>
      </Match>
      <Match when={isAdopted()}>
        <a class="button primary wide" href={`/greb/${props.card.id}/proev`}>
          Fortæl, hvordan det går
        </a>
      </Match>
    </Switch>
  )
}
