import { Show } from 'solid-js'
import { EXPERIENCE_LABELS } from '#shared/rules/labels.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { EXPERIENCES, type Experience } from '#shared/rules/vocabulary.ts'
import { type Choice, ChoiceGroup } from '../../components/form/choice-group.tsx'
import { TextField } from '../../components/form/text-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import type { AdoptionText } from './adoption-form.ts'
import type { AdoptionDraft } from './use-adoption.ts'

const OUTCOMES: readonly Choice<Experience>[] = EXPERIENCES.map(value => ({
  value,
  label: EXPERIENCE_LABELS[value],
  sign: () => <Mark of={value} />,
}))

type TextProps = { adoption: AdoptionDraft; path: AdoptionText; label: string; hint?: string }

/** One text of the report; where a colleague wrote in the same place, theirs stands below. */
export const ReportText = (props: TextProps) => (
  <>
    <TextField
      id={`felt-${props.path}`}
      label={props.label}
      hint={props.hint}
      lines
      max={LIMITS.adoptionText}
      value={props.adoption.form().texts[props.path]}
      wrong={props.adoption.wrong(props.path)}
      onText={text => props.adoption.write(props.path, text)}
      onVouch={props.adoption.vouch}
    />
    <Show when={props.adoption.theirs().find(one => one.path === props.path)}>
      {other => (
        <div class="note">
          <Icon name="pen" />
          <div class="stack">
            <p>En kollega i jeres enhed har skrevet imens: »{other().text}«</p>
            <div>
              <button class="button" type="button" onClick={() => props.adoption.takeTheirs(props.path)}>
                Brug kollegaens
              </button>
            </div>
          </div>
        </div>
      )}
    </Show>
  </>
)

/** How it goes: one choice and one sentence. */
export const OutcomeFields = (props: { adoption: AdoptionDraft }) => (
  <>
    <ChoiceGroup
      legend="Hvad er jeres erfaring?"
      four
      choices={OUTCOMES}
      value={props.adoption.form().outcome}
      onChoose={outcome => props.adoption.edit(form => ({ ...form, outcome }))}
    />
    <ReportText
      adoption={props.adoption}
      path="outcomeText"
      label="Sig det i én sætning"
      hint="Et tal, et øjeblik eller noget, en borger sagde."
    />
  </>
)
