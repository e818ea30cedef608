import { useNavigate } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import type { Adoption } from '#shared/contract/adoption.ts'
import { STAGE_LABELS } from '#shared/rules/labels.ts'
import type { AdoptionStage } from '#shared/rules/vocabulary.ts'
import { type Choice, ChoiceGroup } from '../../components/form/choice-group.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { StageSign } from '../../ui/stage-sign.tsx'
import { ADOPTION_TEXTS, formOfAdoption } from './adoption-form.ts'
import { ChangedFields, GladFields } from './more-fields.tsx'
import { OutcomeFields, ReportText } from './outcome-fields.tsx'
import { SendProblem } from './send-problem.tsx'
import { sinceWords } from './since.ts'
import { useAdoption } from './use-adoption.ts'

const STAGES: readonly Choice<AdoptionStage>[] = (['considering', 'trying', 'in_use'] as const).map(
  value => ({
    value,
    label: STAGE_LABELS[value],
    sign: () => <StageSign of={value} />,
  }),
)

type Props = {
  adoption: Adoption
  /** Whose card it is. */
  giver: string
  head: JSX.Element
  aside: JSX.Element
  personId: string
  today: string
}

/** How it goes with us, on one short form. What is not touched stays as it was said before. */
export const Report = (props: Props) => {
  const navigate = useNavigate()
  const { initiativeId, unitId } = props.adoption
  const adoption = useAdoption({
    initiativeId,
    unitId,
    personId: props.personId,
    existing: props.adoption,
    start: formOfAdoption(props.adoption),
  })
  const { form } = adoption
  const stopped = () => form().stage === 'stopped'
  const [before, setBefore] = createSignal<AdoptionStage>(stopped() ? 'trying' : form().stage)
  const setStage = (stage: AdoptionStage) => adoption.edit(form => ({ ...form, stage }))
  const stop = () => {
    setBefore(form().stage)
    setStage('stopped')
    queueMicrotask(() => document.getElementById('felt-outcomeText')?.focus())
  }
  const send = async () => {
    if (await adoption.send()) return navigate(`/greb/${initiativeId}`, { state: { said: 'reported' } })
    const first = ADOPTION_TEXTS.find(path => adoption.wrong(path))
    if (first) document.getElementById(`felt-${first}`)?.focus()
  }
  const leave = async () => {
    if (await adoption.leave()) navigate(`/greb/${initiativeId}`, { state: { said: 'left' } })
  }
  return (
    <div class="sheet">
      <div class="two form">
        <form class="stack roomy" aria-labelledby="meld" onSubmit={event => event.preventDefault()}>
          <div class="stack">
            {props.head}
            <p class="muted">{sinceWords(props.adoption, props.today)}</p>
            <Show when={adoption.found}>
              <p class="muted small">Her er det, du skrev sidst, og som ikke nåede at blive sendt.</p>
            </Show>
          </div>
          <Show
            when={!stopped()}
            fallback={
              <ReportText
                adoption={adoption}
                path="outcomeText"
                label="Hvad lærte I?"
                hint="Det er det eneste, vi spørger om. Andre kan spare den tid, I brugte."
              />
            }
          >
            <ChoiceGroup legend="Hvor er I nu?" choices={STAGES} value={form().stage} onChoose={setStage} />
            <Show when={form().stage !== 'considering'}>
              <OutcomeFields adoption={adoption} />
            </Show>
          </Show>
          <div class="stack">
            <GladFields adoption={adoption} giver={props.giver} />
            <ChangedFields adoption={adoption} />
          </div>
          <div class="stack">
            <SendProblem adoption={adoption} what="Det er ikke sendt endnu." />
            <div class="actions">
              <button class="button primary" type="button" onClick={() => void send()}>
                Send til {props.giver}
              </button>
              <Show
                when={stopped()}
                fallback={
                  <button class="button" type="button" onClick={stop}>
                    Vi er stoppet
                  </button>
                }
              >
                <button class="button" type="button" onClick={() => setStage(before())}>
                  Vi er ikke stoppet
                </button>
              </Show>
            </div>
            <Confirm
              ask="Tag os af kortet"
              sure="Ja, tag os af"
              keep="Bliv på kortet"
              onSure={() => void leave()}
            >
              Så forsvinder det, I har fortalt, fra kortet. Er I stoppet, hjælper det andre, hvis I siger det
              i stedet.
            </Confirm>
          </div>
        </form>
        <div class="facts">{props.aside}</div>
      </div>
    </div>
  )
}
