import './overblik.css'
import { createAsync, useSearchParams } from '@solidjs/router'
import { createMemo, Show, Suspense } from 'solid-js'
import { getActivity, getFlows, getPromising, periodOf } from '../../api/insights.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import { longDate } from '../../components/words/dates.ts'
import { HereProvider, useHere } from '../../session/here.tsx'
import { useKnown } from '../../session/known.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Later } from '../../ui/later.tsx'
import { Pick } from '../../ui/pick.tsx'
import type { View } from './addresses.ts'
import { Flows } from './flows.tsx'
import { Months } from './months.tsx'
import { PERIOD_OPTIONS, periodLabel } from './period-words.ts'
import { Removed } from './removed.tsx'
import { Shelves } from './shelves.tsx'
import { Themes } from './themes.tsx'

/** Overblik: first what works where, then how it travels, then what happened. Readable in two minutes. */
export const OverblikPage = () => {
  const session = useKnown()
  return (
    <>
      <div class="stack">
        <h1>Overblik</h1>
        <p class="lede">
          Hvad virker flere steder, hvad mangler at blive prøvet, og hvad lærte vi af at stoppe? Her er ingen
          ranglister over enheder.
        </p>
      </div>
      <Suspense fallback={<Skeleton what="Henter overblikket" cards={3} />}>
        <Show when={session()}>
          {session => (
            <HereProvider session={session()}>
              <Everything />
            </HereProvider>
          )}
        </Show>
      </Suspense>
    </>
  )
}

const Everything = () => {
  const [search, setSearch] = useSearchParams()
  const here = useHere()
  const one = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? ''
  const period = createMemo(() => periodOf(one(search.periode)))
  const area = () => here().organisation.area(one(search.område))
  const view = (): View => ({ period: period(), area: area()?.id })
  const promising = createAsync(() => getPromising())
  const flows = createAsync(() => getFlows(period()))
  const activity = createAsync(() => getActivity(period(), area()?.id))
  const choose = (name: string) => (value: string) =>
    setSearch({ [name]: value || undefined }, { scroll: false })
  const areas = () => [
    { value: '', label: 'Alle områder' },
    ...here().organisation.organisation.areas.map(({ id, shortName }) => ({ value: id, label: shortName })),
  ]
  return (
    <>
      <p class="stamp">
        {longDate(new Date().toISOString())}. {area()?.name ?? 'Alle områder'}, {periodLabel(period())}.
      </p>
      <Show when={promising()}>{promising => <Shelves shelves={promising().shelves} />}</Show>
      <form class="filters" aria-label="Vælg tal" onSubmit={event => event.preventDefault()}>
        <Pick
          label="Område"
          name="område"
          value={area()?.id ?? ''}
          options={areas()}
          onPick={choose('område')}
        />
        <Pick
          label="Periode"
          name="periode"
          value={period() === 'all' ? '' : period()}
          options={PERIOD_OPTIONS}
          onPick={choose('periode')}
        />
        <button class="button quiet order" type="button" onClick={() => print()}>
          <Icon name="print" />
          Udskriv to sider
        </button>
      </form>
      <Suspense fallback={<Skeleton what="Henter tallene" cards={3} />}>
        <Later>
          <Show when={flows()}>{flows => <Flows flows={flows()} area={area()} />}</Show>
          <Later>
            <Show when={activity()}>
              {activity => (
                <>
                  <Months activity={activity()} area={area()} />
                  <Later>
                    <Themes activity={activity()} view={view()} />
                    <Removed activity={activity()} view={view()} />
                  </Later>
                </>
              )}
            </Show>
          </Later>
        </Later>
      </Suspense>
    </>
  )
}
