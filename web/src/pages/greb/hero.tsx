import { Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { From } from '../../components/from.tsx'
import { useHere } from '../../session/here.tsx'

const STATUS: Partial<Record<InitiativePage['status'], string>> = {
  draft: 'Kladde. Kun I kan se den.',
  withdrawn: 'Trukket tilbage.',
}

/** Who, what, and who points at it. */
export const Hero = (props: { card: InitiativePage }) => {
  const here = useHere()
  const organisation = () => here().organisation
  return (
    <header class="hero">
      <From
        unit={organisation().unitName(props.card.unitId) ?? props.card.unitId}
        area={organisation().area(props.card.areaId)}
        href={`/enheder/${props.card.unitId}`}
      />
      <h1>{props.card.title ?? 'Uden navn endnu'}</h1>
      <Show when={props.card.summary}>{summary => <p class="lede">{summary()}</p>}</Show>
      <Show when={props.card.spotlight}>
        {spotlight => (
          <p class="muted">
            {[spotlight().author.name, spotlight().author.title].filter(Boolean).join(', ')}, peger på kortet:
            »{spotlight().reason}«
          </p>
        )}
      </Show>
      <Show when={STATUS[props.card.status]}>
        {status => (
          <p class="note">
            <b>{status()}</b> {props.card.withdrawnReason}
          </p>
        )}
      </Show>
    </header>
  )
}
