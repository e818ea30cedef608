import { FIDELITY_LABELS } from '#shared/rules/labels.ts'
import { FIDELITIES } from '#shared/rules/vocabulary.ts'
import { ChoiceGroup } from '../../components/form/choice-group.tsx'
import { ReportText } from './outcome-fields.tsx'
import type { AdoptionDraft } from './use-adoption.ts'

const WAYS = FIDELITIES.map(value => ({ value, label: FIDELITY_LABELS[value] }))
const CORE = [
  { value: 'no', label: 'Nej' },
  { value: 'yes', label: 'Ja' },
] as const

type Props = { adoption: AdoptionDraft; giver: string }

/** What one may add: what surprised, and a thanks to those who shared it. */
export const GladFields = (props: Props) => {
  const { surprise, thanks } = props.adoption.form().texts
  const told = surprise !== '' || thanks !== ''
  return (
    <details class="stack" open={told}>
      <summary class="button">Tilføj en overraskelse eller et tak</summary>
      <div class="stack more-fields">
        <ReportText adoption={props.adoption} path="surprise" label="Hvad overraskede jer?" />
        <ReportText adoption={props.adoption} path="thanks" label={`Et tak til ${props.giver}`} />
      </div>
    </details>
  )
}

/** What became of the move on the way: kept, changed, and whether that touched its core. */
export const ChangedFields = (props: { adoption: AdoptionDraft }) => {
  const { form } = props.adoption
  const { texts } = form()
  const told = texts.kept !== '' || texts.changed !== ''
  return (
    <details class="stack">
      <summary class="button">
        {told ? 'Ret, hvad I beholdt og ændrede' : 'Fortæl, hvad I beholdt og ændrede'}
      </summary>
      <div class="stack more-fields">
        <ReportText adoption={props.adoption} path="kept" label="Hvad beholdt I?" />
        <ReportText adoption={props.adoption} path="changed" label="Hvad ændrede I?" />
        <ChoiceGroup
          legend="Rører det ved kernen?"
          choices={CORE}
          value={form().touchesCore ? 'yes' : 'no'}
          onChoose={value => props.adoption.edit(form => ({ ...form, touchesCore: value === 'yes' }))}
        />
        <ChoiceGroup
          legend="Hvordan bruger I det?"
          choices={WAYS}
          value={form().fidelity}
          onChoose={fidelity => props.adoption.edit(form => ({ ...form, fidelity }))}
        />
      </div>
    </details>
  )
}
