import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import { FIDELITY_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import { FIDELITIES } from '#shared/rules/vocabulary.ts'
import { type Choice, ChoiceGroup } from '../../components/form/choice-group.tsx'
import { From } from '../../components/from.tsx'
import { StageSign } from '../../ui/stage-sign.tsx'
import { newAdoption } from './adoption-form.ts'
import { Essence } from './essence.tsx'
import { SendProblem } from './send-problem.tsx'
import { sentence } from './sentence.ts'
import { nextMonday, startChoices } from './start-dates.ts'
import { StartField } from './start-field.tsx'
import { useAdoption } from './use-adoption.ts'

const BEGINNINGS = ['considering', 'trying', 'in_use'] as const
type Beginning = (typeof BEGINNINGS)[number]
const SMALL: Record<Beginning, string> = {
  considering: 'Vi vil tale om det først',
  trying: 'Vi går i gang',
  in_use: 'Vi gør det allerede',
}
const STAGES: readonly Choice<Beginning>[] = BEGINNINGS.map(value => ({
  value,
  label: STAGE_LABELS[value],
  small: SMALL[value],
  sign: () => <StageSign of={value} />,
}))
const WAYS = FIDELITIES.map(value => ({ value, label: FIDELITY_LABELS[value] }))

type Props = {
  card: InitiativePage
  from: { unit: string; area: Area | undefined }
  unit: Unit
  personId: string
  today: string
}

/** Three taps grow one sentence; what most mean is chosen beforehand. */
export const Adopt = (props: Props) => {
  const navigate = useNavigate()
  const { card, unit, today } = props
  const adoption = useAdoption({
    initiativeId: card.id,
    unitId: unit.id,
    personId: props.personId,
    existing: undefined,
    start: newAdoption(nextMonday(today)),
  })
  const { form } = adoption
  const [tried, setTried] = createSignal(false)
  const started = () => form().stage === 'in_use'
  const stage = () => BEGINNINGS.find(one => one === form().stage)
  const lacksDay = () =>
    tried() && form().stage !== 'considering' && form().startedOn === undefined
      ? { path: 'startedOn', message: 'Vælg en dag, eller vælg en af de andre.' }
      : undefined
  const chooseStage = (next: Beginning) =>
    adoption.edit(form => {
      const turns = (next === 'in_use') !== (form.stage === 'in_use')
      const [first] = startChoices(today, next === 'in_use')
      return { ...form, stage: next, startedOn: turns ? first.day : form.startedOn }
    })
  const send = async () => {
    setTried(true)
    if (lacksDay()) return document.getElementById('dag')?.focus()
    if (await adoption.send()) navigate(`/greb/${card.id}`, { state: { said: 'adopted' } })
  }
  return (
    <div class="two form">
      <form class="stack roomy" aria-labelledby="proev" onSubmit={event => event.preventDefault()}>
        <div class="stack">
          <h1 id="proev">Vi vil prøve det</h1>
          <From unit={props.from.unit} area={props.from.area} />
          <p class="lede">
            <a class="tap" href={`/greb/${card.id}`}>
              {card.title}
            </a>
          </p>
        </div>
        <ol class="steps">
          <li>
            <ChoiceGroup legend="Hvor er I?" choices={STAGES} value={stage()} onChoose={chooseStage} />
          </li>
          <li>
            <ChoiceGroup
              legend="Hvordan bruger I det?"
              choices={WAYS}
              value={form().fidelity}
              onChoose={fidelity => adoption.edit(form => ({ ...form, fidelity }))}
            />
          </li>
          <Show when={form().stage !== 'considering'}>
            <li class="stack">
              <Show when={started() ? 'started' : 'begins'} keyed>
                <StartField
                  today={today}
                  started={started()}
                  day={form().startedOn}
                  wrong={lacksDay()}
                  onDay={startedOn => adoption.edit(form => ({ ...form, startedOn }))}
                />
              </Show>
            </li>
          </Show>
        </ol>
        <div class="stack">
          <p class="sentence" role="status">
            <For each={sentence({ unit: unit.name, today, ...form() })}>
              {piece => (piece.chosen ? <mark>{piece.text}</mark> : piece.text)}
            </For>
          </p>
          <SendProblem adoption={adoption} what="I er ikke skrevet på kortet endnu." />
          <div class="actions">
            <button class="button primary" type="button" onClick={() => void send()}>
              Skriv os på kortet
            </button>
            <a class="button quiet" href={`/greb/${card.id}`}>
              Ikke nu
            </a>
          </div>
          <p class="muted small">
            I kan ændre det, når I vil. Vi spørger, hvordan det går, om tre og seks måneder.
          </p>
        </div>
      </form>
      <aside class="facts" aria-label="Det skal med">
        <Essence card={card} />
      </aside>
    </div>
  )
}
