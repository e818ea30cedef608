import { For, type JSX, Show } from 'solid-js'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import {
  DISCRETION_LABELS,
  EVIDENCE_LABELS,
  EXPERIENCE_LABELS,
  visibilityLabel,
} from '#shared/rules/labels.ts'
import { type CardField, fieldOfPath, said, saidList } from '../../drafts/card-fields.ts'
import { type CardForm, LIST_PATHS, TEXT_PATHS } from '../../drafts/card-form.ts'

type Props = { form: CardForm; field: CardField; unit: Unit; area: Area; themeName: (id: string) => string }

/** One field of a card in words, as somebody wrote it. */
export const Written = (props: Props): JSX.Element => {
  const lines = (): string[] => {
    const { form, field, unit, area } = props
    const texts = TEXT_PATHS.filter(path => fieldOfPath(path) === field).flatMap(
      path => said(form, path) ?? [],
    )
    const lists = LIST_PATHS.filter(path => path === field).flatMap(path => saidList(form, path))
    const choices: Partial<Record<CardField, string | undefined>> = {
      visibility: visibilityLabel(form.visibility, unit.name, area.shortName),
      experience: form.experience && EXPERIENCE_LABELS[form.experience],
      discretion: form.discretion && DISCRETION_LABELS[form.discretion],
      effect: form.evidence && EVIDENCE_LABELS[form.evidence],
    }
    const named = field === 'themes' ? lists.map(props.themeName) : lists
    return [...texts, ...named, ...[choices[field] ?? []].flat()]
  }
  return (
    <Show when={lines().length > 0} fallback={<p class="muted">Her står ikke noget.</p>}>
      <For each={lines()}>{line => <p class="as-written">{line}</p>}</For>
    </Show>
  )
}
