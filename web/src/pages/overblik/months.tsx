import { createMemo, For, Show } from 'solid-js'
import type { Activity } from '#shared/contract/insights.ts'
import type { Area } from '#shared/contract/organisation.ts'
import { figure } from '../../components/words/counts.ts'
import { monthYear } from '../../components/words/dates.ts'
import { useHere } from '../../session/here.tsx'
import { Sign } from '../../ui/sign.tsx'
import { csvAddress, monthAddress, type View } from './addresses.ts'
import { Bars } from './bars.tsx'
import { MONTH_KINDS } from './kinds.ts'
import { MonthTable } from './month-table.tsx'
import { periodWords } from './period-words.ts'
import { type AreaName, areasIn, countIn } from './sums.ts'
import { monthsFrom } from './timeline.ts'

/** Month by month, one small picture an area, all on one scale. */
export const Months = (props: { activity: Activity; area: Area | undefined }) => {
  const here = useHere()
  const rows = () => props.activity.months
  const view = (): View => ({ period: props.activity.period, area: props.area?.id })
  const timeline = createMemo(() => monthsFrom(props.activity.span.first, props.activity.span.last))
  const most = () => Math.max(0, ...rows().flatMap(row => [row.published, row.started]))
  const areas = (): readonly AreaName[] =>
    props.area
      ? [props.area]
      : areasIn(
          here().organisation.organisation.areas,
          rows().map(row => row.areaId),
        )
  const span = () => {
    const { first, last } = props.activity.span
    return first === last
      ? monthYear(`${first}-15`)
      : `${monthYear(`${first}-15`)} til ${monthYear(`${last}-15`)}`
  }
  const monthsOf = (area: AreaName) =>
    timeline().map(month => {
      const row = rows().find(one => one.month === month && one.areaId === area.id)
      return { month, given: row?.published ?? 0, taken: row?.started ?? 0 }
    })
  const label = (area: AreaName): string => {
    const [given, taken] = (['published', 'started'] as const).map(kind =>
      figure(countIn(rows(), kind, { areaId: area.id })),
    )
    return `${area.shortName}: ${given} greb delt og ${taken} taget til sig, ${span()}`
  }
  return (
    <section class="stack" aria-labelledby="aktiv">
      <div>
        <h2 id="aktiv">Måned for måned</h2>
        <p class="muted">
          <Show
            when={rows().length > 0}
            fallback={`Her er ikke sket noget${periodWords(view().period) || ' endnu'}.`}
          >
            {capital(span())}. Fyldt søjle: delt. Åben søjle: taget til sig. Samme skala overalt.
          </Show>
        </p>
      </div>
      <Show when={rows().length > 0}>
        <ul class="multiples">
          <For each={areas()}>
            {area => (
              <li>
                <h3>
                  <Sign area={area.id} />
                  {area.shortName}
                </h3>
                <Bars months={monthsOf(area)} most={most()} area={area.id} label={label(area)} />
                <ul class="said-counts">
                  <For
                    each={MONTH_KINDS.filter(({ kind }) => countIn(rows(), kind, { areaId: area.id }) > 0)}
                  >
                    {({ kind, words }) => (
                      <li>
                        <a class="tap" href={monthAddress({ kind, area: area.id }, view())}>
                          {figure(countIn(rows(), kind, { areaId: area.id }))} {words}
                          <span class="unseen"> i {area.shortName}</span>
                        </a>
                      </li>
                    )}
                  </For>
                </ul>
              </li>
            )}
          </For>
        </ul>
        <MonthTable rows={rows()} timeline={timeline()} view={view()} />
      </Show>
      <p class="taken-out">
        <a class="tap" href={csvAddress('activity', view())} rel="external" download="maaneder.csv">
          Hent månederne til regneark
        </a>
      </p>
    </section>
  )
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
