import { Match, Switch } from 'solid-js'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'
import { DISCRETION_LABELS, EVIDENCE_LABELS } from '#shared/rules/labels.ts'
import { DISCRETIONS, EVIDENCES } from '#shared/rules/vocabulary.ts'
import { ChoiceGroup } from '../../components/form/choice-group.tsx'
import { ListField } from '../../components/form/list-field.tsx'
import { TextField } from '../../components/form/text-field.tsx'
import { LISTS, type ListPath, TEXTS, type TextPath, withList, withText } from '../../drafts/card-form.ts'
import { controlId } from '../del/labels.ts'
import type { Draft } from '../del/use-draft.ts'
import { KeywordField } from './keyword-field.tsx'
import type { Question } from './questions.ts'
import { ThemeField } from './theme-field.tsx'

type Props = { draft: Draft; question: Question; taxonomy: Taxonomy }

const DISCRETION_CHOICES = DISCRETIONS.map(value => ({ value, label: DISCRETION_LABELS[value] }))
const EVIDENCE_CHOICES = EVIDENCES.map(value => ({ value, label: EVIDENCE_LABELS[value] }))

/** The fields of one question. */
export const Answer = (props: Props) => {
  const form = () => props.draft.draft().form
  const Text = (text: { path: TextPath; label: string; hint?: string }) => (
    <TextField
      id={controlId(text.path)}
      label={text.label}
      hint={text.hint}
      lines={TEXTS[text.path].lines}
      max={TEXTS[text.path].max}
      value={form().texts[text.path]}
      wrong={props.draft.wrong(text.path)}
      onText={value => props.draft.edit(form => withText(form, text.path, value))}
      onVouch={props.draft.vouch}
    />
  )
  const List = (list: { path: ListPath; legend: string; hint: string; item: string }) => (
    <ListField
      id={controlId(list.path)}
      legend={list.legend}
      hint={list.hint}
      item={list.item}
      items={form().lists[list.path]}
      most={LISTS[list.path].most}
      wrong={index => props.draft.wrong(`${list.path}.${index}`)}
      crowded={props.draft.wrong(list.path)}
      onItems={items => props.draft.edit(form => withList(form, list.path, items))}
      onVouch={props.draft.vouch}
    />
  )
  const is = (id: Question['id']) => props.question.id === id
  return (
    <Switch>
      <Match when={is('kernen')}>
        <List path="core" legend="Kernen" hint="Højst tre ting. Uden dem er det noget andet." item="Kernen" />
      </Match>
      <Match when={is('tilpas')}>
        <List path="adaptable" legend="Det kan tilpasses" hint="Højst fem ting." item="Kan tilpasses" />
      </Match>
      <Match when={is('kraever')}>
        <Text
          path="requirements.time"
          label="Tid"
          hint="Hvor lang tid tog det at komme i gang, og hvad tager det nu?"
        />
        <Text path="requirements.money" label="Penge" hint="Også hvis det var gratis." />
        <Text path="requirements.permission" label="Tilladelse" hint="Hvem skulle sige ja?" />
      </Match>
      <Match when={is('beslutter')}>
        <ChoiceGroup
          id={controlId('discretion')}
          legend="Andre, der vil gøre det samme"
          four
          choices={DISCRETION_CHOICES}
          value={form().discretion}
          onChoose={discretion => props.draft.edit(form => ({ ...form, discretion }))}
        />
      </Match>
      <Match when={is('virkning')}>
        <Text path="effect.text" label="Virkningen" hint="Et tal, et øjeblik eller noget, en borger sagde." />
        <ChoiceGroup
          legend="Hvor ved I det fra?"
          choices={EVIDENCE_CHOICES}
          value={form().evidence}
          onChoose={evidence => props.draft.edit(form => ({ ...form, evidence }))}
        />
      </Match>
      <Match when={is('laering')}>
        <Text
          path="lessons"
          label="Det ville vi gøre anderledes"
          hint="Det sparer de næste for jeres omveje."
        />
      </Match>
      <Match when={is('passer')}>
        <Text path="fits" label="Her passer det" />
        <Text path="doesNotFit" label="Her passer det ikke" />
      </Match>
      <Match when={is('fjernet')}>
        <Text path="removed.what" label="Det slap vi for" hint="Et skema, et møde eller en regel." />
        <Text path="removed.owner" label="Hvem ejer det?" hint="Den, der kan fjerne det for flere." />
      </Match>
      <Match when={is('temaer')}>
        <ThemeField draft={props.draft} taxonomy={props.taxonomy} />
        <KeywordField draft={props.draft} />
      </Match>
      <Match when={is('samtale')}>
        <List
          path="questions"
          legend="Spørgsmål til et møde"
          hint="Højst tre. Noget, der får andre til at se på deres egen hverdag."
          item="Spørgsmål"
        />
      </Match>
    </Switch>
  )
}
