import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Session } from '#shared/contract/session.ts'
import { DISCRETION_LABELS, EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import { CARD_STAGES, DISCRETIONS, EXPERIENCES } from '#shared/rules/vocabulary.ts'
import type { FilterName } from '../../api/opdag.ts'
import { Pick, type PickOption } from '../../ui/pick.tsx'

const any = (label: string): PickOption => ({ value: '', label })
const SORTS: PickOption[] = [any('Dagens blanding'), { value: 'newest', label: 'Nyeste' }]
const EXPERIENCE = [
  any('Alle erfaringer'),
  ...EXPERIENCES.map(value => ({ value, label: EXPERIENCE_LABELS[value] })),
]
const STAGE = [any('Alle stadier'), ...CARD_STAGES.map(value => ({ value, label: STAGE_LABELS[value] }))]
const DISCRETION = [
  any('Hvem beslutter'),
  ...DISCRETIONS.map(value => ({ value, label: DISCRETION_LABELS[value] })),
]

/** The quiet line of filters. What is chosen stands in the address. */
export const FilterLine = (props: { session: Session; isFiltered: boolean }) => {
  const [search, setSearch] = useSearchParams()
  const chosen = (name: FilterName | 'sort'): string => [search[name] ?? ''].flat()[0] ?? ''
  const choose = (name: FilterName | 'sort') => (value: string) =>
    setSearch({ [name]: value || undefined }, { scroll: false })
  const areas = () => [
    any('Alle områder'),
    ...props.session.organisation.areas.map(area => ({ value: area.id, label: area.shortName })),
  ]
  const themes = () => [
    any('Alle temaer'),
    ...props.session.taxonomy.groups.flatMap(group =>
      group.themes.map(theme => ({ value: theme.id, label: theme.label })),
    ),
  ]
  const line = (label: string, name: FilterName | 'sort', options: readonly PickOption[]) => (
    <Pick label={label} name={name} value={chosen(name)} options={options} onPick={choose(name)} />
  )
  return (
    <form class="filters" aria-label="Vælg greb" onSubmit={event => event.preventDefault()}>
      {line('Område', 'area', areas())}
      {line('Tema', 'theme', themes())}
      {line('Erfaring', 'experience', EXPERIENCE)}
      {line('Stadie', 'stage', STAGE)}
      {line('Hvem kan beslutte det', 'discretion', DISCRETION)}
      <Show when={props.isFiltered}>
        <a class="button quiet" href="/">
          Ryd valg
        </a>
      </Show>
      <span class="order">{line('Rækkefølge', 'sort', SORTS)}</span>
    </form>
  )
}
