import { Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { Sign } from '../../ui/sign.tsx'

type Props = {
  card: InitiativePage
  names: OrganisationIndex
  ourAreaId: string
  derivedId: string | undefined
}

/** From the first card, through those that grew from it, to us. */
export const KinList = (props: Props) => {
  const from = () => props.card.lineage.from
  const unitName = (id: string) => props.names.unitName(id) ?? id
  return (
    <div class="stack">
      <h3 class="small muted">Slægten</h3>
      <ol class="kin">
        <Show when={from()}>
          {from => (
            <li>
              <Sign area={from().areaId} />
              <div>
                <Show when={from().title} fallback={<b>Et kort, der ikke er delt med jer</b>}>
                  <a class="tap" href={`/greb/${from().id}`}>
                    {from().title}
                  </a>
                </Show>
                <p>{unitName(from().unitId)}. Fandt på det</p>
              </div>
            </li>
          )}
        </Show>
        <li>
          <Sign area={props.card.areaId} />
          <div>
            <a class="tap" href={`/greb/${props.card.id}`}>
              {props.card.title}
            </a>
            <p>
              {unitName(props.card.unitId)}. {from() ? 'Voksede ud af det' : 'Fandt på det'}
            </p>
          </div>
        </li>
        <li>
          <Sign area={props.ourAreaId} />
          <div>
            <b>Jer</b>
            <Show
              when={props.derivedId}
              fallback={
                <>
                  <p>Er det blevet jeres eget? Så lav et kort af det, og behold slægten.</p>
                  <a class="tap" href={`/del?fra=${props.card.id}`}>
                    Lav et kort af det
                  </a>
                </>
              }
            >
              {id => (
                <p>
                  I har lavet <a href={`/greb/${id()}`}>jeres eget kort af det</a>.
                </p>
              )}
            </Show>
          </div>
        </li>
      </ol>
    </div>
  )
}
