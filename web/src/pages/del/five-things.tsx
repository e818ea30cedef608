import type { Area, Unit } from '#shared/contract/organisation.ts'
import { EXPERIENCE_LABELS } from '#shared/rules/labels.ts'
import { EXPERIENCES, type Experience } from '#shared/rules/vocabulary.ts'
import { Alike } from '../../components/alike.tsx'
import { type Choice, ChoiceGroup } from '../../components/form/choice-group.tsx'
import { TextField } from '../../components/form/text-field.tsx'
import { From } from '../../components/from.tsx'
import { TEXTS, type TextPath, withText } from '../../drafts/card-form.ts'
import type { Wrong } from '../../drafts/check.ts'
import { Mark } from '../../ui/mark.tsx'
import { controlId, FIELD_LABELS } from './labels.ts'
import type { Draft } from './use-draft.ts'

const SMALL: Record<Experience, string> = {
  works: 'Det flytter noget hos os',
  partly: 'Noget af det, eller nogle steder',
  did_not_work: 'Lige så nyttigt for andre',
  too_early: 'Vi er kun lige begyndt',
}
const EXPERIENCE_CHOICES: readonly Choice<Experience>[] = EXPERIENCES.map(value => ({
  value,
  label: EXPERIENCE_LABELS[value],
  small: SMALL[value],
  sign: () => <Mark of={value} />,
}))

type Props = { draft: Draft; unit: Unit; area: Area; wrong: (path: string) => Wrong | undefined }
type Five = 'title' | 'summary' | 'challenge' | 'action' | 'contact'

/** The five things that publish a card. */
export const FiveThings = (props: Props) => {
  const Text = (text: { path: TextPath & Five; hint?: string; counts?: boolean }) => (
    <TextField
      id={controlId(text.path)}
      label={FIELD_LABELS[text.path]}
      hint={text.hint}
      counts={text.counts}
      lines={text.path === 'summary' || TEXTS[text.path].lines}
      max={TEXTS[text.path].max}
      value={props.draft.draft().form.texts[text.path]}
      wrong={props.wrong(text.path)}
      onText={value => props.draft.edit(form => withText(form, text.path, value))}
      onVouch={props.draft.vouch}
    />
  )
  const written = () => {
    const { title, challenge } = props.draft.draft().form.texts
    return `${title} ${challenge}`
  }
  return (
    <ol class="steps">
      <li class="stack">
        <Text path="title" counts />
        <Text path="summary" counts />
      </li>
      <li>
        <Text path="challenge" hint="Hvad gik tiden med? Hvem mærkede det?" />
        <Alike text={written()} not={props.draft.draft().id} />
      </li>
      <li>
        <Text path="action" hint="Så en kollega kan se det for sig og begynde på mandag." />
      </li>
      <li class="stack">
        <From unit={props.unit.name} area={props.area} />
        <Text path="contact" hint="Et navn og en titel. Det må gerne være flere." />
      </li>
      <li>
        <ChoiceGroup
          id={controlId('experience')}
          legend={FIELD_LABELS.experience}
          hint="Alle fire svar er lige gode kort."
          four
          choices={EXPERIENCE_CHOICES}
          value={props.draft.draft().form.experience}
          wrong={props.wrong('experience')}
          onChoose={experience => props.draft.edit(form => ({ ...form, experience }))}
        />
      </li>
    </ol>
  )
}
