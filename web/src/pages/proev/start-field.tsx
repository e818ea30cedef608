import { createSignal, Show } from 'solid-js'
import { ChoiceGroup } from '../../components/form/choice-group.tsx'
import { WrongLine } from '../../components/form/wrong-line.tsx'
import type { Wrong } from '../../drafts/check.ts'
import { type Day, isDay, startChoices } from './start-dates.ts'

type Props = {
  today: Day
  /** They do it already: then it is asked when they began. */
  started: boolean
  day: Day | undefined
  wrong: Wrong | undefined
  onDay: (day: Day | undefined) => void
}

/** The two days that most choose, and any other. */
export const StartField = (props: Props) => {
  const choices = () => startChoices(props.today, props.started)
  const [other, setOther] = createSignal(
    props.day !== undefined && choices().every(one => one.day !== props.day),
  )
  const value = () => (other() ? 'other' : choices().find(one => one.day === props.day)?.id)
  const choose = (id: 'first' | 'second' | 'other') => {
    setOther(id === 'other')
    props.onDay(id === 'other' ? undefined : choices().find(one => one.id === id)?.day)
  }
  return (
    <>
      <ChoiceGroup
        legend={props.started ? 'Hvornår begyndte I?' : 'Hvornår begynder I?'}
        choices={[
          ...choices().map(({ id, label, small }) => ({ value: id, label, small })),
          { value: 'other' as const, label: 'En anden dag' },
        ]}
        value={value()}
        onChoose={choose}
      />
      <Show when={other()}>
        <div class="field">
          <label for="dag">Hvilken dag?</label>
          <input
            class="input day"
            id="dag"
            type="date"
            value={props.day ?? ''}
            aria-invalid={props.wrong ? 'true' : undefined}
            aria-describedby={props.wrong && 'dag-w'}
            onInput={event =>
              props.onDay(isDay(event.currentTarget.value) ? event.currentTarget.value : undefined)
            }
          />
          <WrongLine id="dag-w" wrong={props.wrong} />
        </div>
      </Show>
    </>
  )
}
