import { useSearchParams } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Facets } from '#shared/contract/catalogue.ts'
import type { Session } from '#shared/contract/session.ts'
import { DISCRETION_LABELS, EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import { CARD_STAGES, DISCRETIONS, EXPERIENCES } from '#shared/rules/vocabulary.ts'
import type { FilterName } from '../../api/opdag.ts'
import { type Check, Checks } from '../../ui/checks.tsx'
import { Pick, type PickOption } from '../../ui/pick.tsx'

const BLEND: PickOption = { value: '', label: 'Dagens blanding' }
const NEWEST: PickOption = { value: 'newest', label: 'Nyeste' }
const PROMISING: PickOption = { value: 'promising', label: 'Virker flere steder' }
const SORTS = [BLEND, NEWEST, PROMISING]
const FOUND_SORTS = [{ value: '', label: 'Mest relevante' }, NEWEST, PROMISING]

type Props = { session: Session; facets: Facets | undefined; isFiltered: boolean; isSearch: boolean }
type Option = { value: string; label: string }
type Line = {
  label: string
  none: string
  many: string
  name: FilterName
  seldom?: true
  counts: keyof Facets
  options: readonly Option[]
}

const labelled = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): Option[] =>
  values.map(value => ({ value, label: labels[value] }))
const byName = (a: Option, b: Option): number => a.label.localeCompare(b.label, 'da-DK')

/** The quiet line of filters, each with what it would give. What is chosen stands in the address. */
export const FilterLine = (props: Props) => {
  const [search, setSearch] = useSearchParams()
  const [few, setFew] = createSignal(true)
  const chosen = (name: FilterName): string[] => [search[name] ?? []].flat().filter(value => value !== '')
  // Read when a filter is opened: a browser's first Danish order costs a slow phone 60 ms.
  const areas = () =>
    props.session.organisation.areas.map(area => ({ value: area.id, label: area.shortName }))
  const units = () =>
    props.session.organisation.areas
      .flatMap(area => area.units.map(unit => ({ value: unit.id, label: unit.name })))
      .sort(byName)
  const groups = () => props.session.taxonomy.groups.map(group => ({ value: group.id, label: group.label }))
  const themes = () =>
    props.session.taxonomy.groups.flatMap(group =>
      group.themes.map(theme => ({ value: theme.id, label: theme.label })),
    )
  /** Those that would give something, and those that are chosen. */
  const counted = (line: Line): Check[] =>
    line.options
      .map(option => ({ ...option, count: props.facets?.[line.counts][option.value] }))
      .filter(option => option.count !== undefined || chosen(line.name).includes(option.value))
  const Filter = (line: Line) => (
    <Checks
      label={line.label}
      none={line.none}
      several={count => `${count} ${line.many}`}
      name={line.name}
      seldom={line.seldom === true && chosen(line.name).length === 0}
      chosen={chosen(line.name)}
      options={counted(line)}
      onChoose={values => setSearch({ [line.name]: values }, { scroll: false })}
    />
  )
  const all = () => (props.isSearch ? `/?q=${encodeURIComponent([search.q ?? ''].flat()[0] ?? '')}` : '/')
  return (
    <form
      class="filters"
      classList={{ few: few() }}
      aria-label="Vælg greb"
      onSubmit={event => event.preventDefault()}
    >
      <Filter label="Område" none="Alle områder" many="områder" name="area" counts="area" options={areas()} />
      <Filter
        seldom
        label="Enhed"
        none="Alle enheder"
        many="enheder"
        name="unit"
        counts="unit"
        options={units()}
      />
      <Filter
        seldom
        label="Dagsorden"
        none="Alle dagsordener"
        many="dagsordener"
        name="themeGroup"
        counts="themeGroup"
        options={groups()}
      />
      <Filter label="Tema" none="Alle temaer" many="temaer" name="theme" counts="theme" options={themes()} />
      <Filter
        label="Erfaring"
        none="Alle erfaringer"
        many="erfaringer"
        name="experience"
        counts="experience"
        options={labelled(EXPERIENCES, EXPERIENCE_LABELS)}
      />
      <Filter
        seldom
        label="Stadie"
        none="Alle stadier"
        many="stadier"
        name="stage"
        counts="stage"
        options={labelled(CARD_STAGES, STAGE_LABELS)}
      />
      <Filter
        label="Hvem kan beslutte det"
        none="Hvem beslutter"
        many="slags beslutning"
        name="discretion"
        counts="discretion"
        options={labelled(DISCRETIONS, DISCRETION_LABELS)}
      />
      <Show when={props.isFiltered}>
        <a class="button quiet" href={all()}>
          Ryd valg
        </a>
      </Show>
      <button class="fold button quiet" type="button" aria-expanded={!few()} onClick={() => setFew(!few())}>
        {few() ? 'Flere valg' : 'Færre valg'}
      </button>
      <span class="order">
        <Pick
          label="Rækkefølge"
          name="sort"
          value={[search.sort ?? ''].flat()[0] ?? ''}
          options={props.isSearch ? FOUND_SORTS : SORTS}
          onPick={value => setSearch({ sort: value || undefined }, { scroll: false })}
        />
      </span>
    </form>
  )
}
