import type { Area, Unit } from '#shared/contract/organisation.ts'
import { Sign } from '../../ui/sign.tsx'

export const UnitHero = (props: { unit: Unit; area: Area }) => (
  <div class="hero">
    <p class="from">
      <Sign area={props.area.id} />
      <span>{props.area.name}</span>
    </p>
    <h1>{props.unit.name}</h1>
  </div>
)
