import { createSignal, Show } from 'solid-js'
import type { ChosenUnits } from '#shared/contract/moderation.ts'
import { confirmUnit, resetUnit } from '../../api/moderation.ts'
import { asProblem } from '../../api/problem.ts'
import { useNames } from '../../session/known.tsx'
import { Confirm } from '../../ui/confirm.tsx'

/** One who chose a unit: confirm it, or let them choose anew. */
export const ChosenUnit = (props: { choice: ChosenUnits['items'][number] }) => {
  const names = useNames()
  const [problem, setProblem] = createSignal('')
  const unit = () => names()?.unitName(props.choice.unitId) ?? props.choice.unitId
  const act = async (work: Promise<void>): Promise<void> => {
    setProblem('')
    try {
      await work
    } catch (error) {
      setProblem(asProblem(error).message)
    }
  }
  return (
    <article class="sheet stack">
      <p>
        <b>{props.choice.name}</b> har valgt {unit()}.{' '}
        {props.choice.isConfirmed ? 'Bekræftet.' : 'Ikke bekræftet endnu.'}
      </p>
      <div class="actions">
        <Show when={!props.choice.isConfirmed}>
          <button
            class="button primary"
            type="button"
            onClick={() => void act(confirmUnit(props.choice.personId, props.choice.unitId))}
          >
            Bekræft
          </button>
        </Show>
        <Confirm
          ask="Nulstil"
          sure="Nulstil valget"
          keep="Lad det stå"
          onSure={() => void act(resetUnit(props.choice.personId))}
        >
          {props.choice.name} kan så vælge en ny enhed og kan ikke skrive imens.
        </Confirm>
      </div>
      <p role="alert">{problem()}</p>
    </article>
  )
}
