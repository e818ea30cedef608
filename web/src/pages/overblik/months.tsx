import { createMemo, For, Show } from 'solid-js'
import type { Activity } from '#shared/contract/insights.ts'
import type { Area } from '#shared/contract/organisation.ts'
import type { ActivityKind } from '#shared/rules/vocabulary.ts'
import { figure } from '../../components/words/counts.ts'
import { monthYear } from '../../components/words/dates.ts'
import { useHere } from '../../session/here.tsx'
import { Sign } from '../../ui/sign.tsx'
import { csvAddress, monthAddress } from './addresses.ts'
import { Bars } from './bars.tsx'
import type { AreaName } from './sums.ts'
import { monthsFrom } from './timeline.ts'

const KINDS: readonly { kind: ActivityKind; words: string }[] = [
  { kind: 'published', words: 'delt' },
  { kind: 'started', words: 'taget til sig' },
  { kind: 'inUse', words: 'i brug' },
  { kind: 'stopped', words: 'stoppet og lært af' },
]

/** Month by month, one small picture an area, all on one scale. */
export const Months = (props: { activity: Activity; area: Area | undefined }) => {
  const here = useHere()
  const rows = () => props.activity.months
  const timeline = createMemo(() => {
    const months = rows().map(row => row.month)
    const [first, last] = [months[0], months.at(-1)]
    return first === undefined || last === undefined ? [] : monthsFrom(first, last)
  })
  const most = () => Math.max(0, ...rows().flatMap(row => [row.published, row.started]))
  const areas = (): readonly AreaName[] =>
    props.area ? [props.area] : here().organisation.organisation.areas
  const span = () => {
    const [first, last] = [timeline()[0], timeline().at(-1)]
    return first === undefined || last === undefined
      ? ''
      : `${monthYear(`${first}-15`)} til ${monthYear(`${last}-15`)}`
  }
  const monthsOf = (area: AreaName) =>
    timeline().map(month => {
      const row = rows().find(one => one.month === month && one.areaId === area.id)
      return { month, given: row?.published ?? 0, taken: row?.started ?? 0 }
    })
  const total = (area: AreaName, kind: ActivityKind): number =>
    rows().reduce((sum, row) => sum + (row.areaId === area.id ? row[kind] : 0), 0)
  const label = (area: AreaName): string =>
    `${area.shortName}: ${figure(total(area, 'published'))} greb delt og ${figure(total(area, 'started'))} taget til sig, ${span()}`
  return (
    <section class="stack" aria-labelledby="aktiv">
      <div>
        <h2 id="aktiv">Måned for måned</h2>
        <p class="muted">
          <Show when={span()} fallback="Her er ikke sket noget endnu.">
            {capital(span())}. Fyldt søjle: delt. Åben søjle: taget til sig. Samme skala overalt.
          </Show>
        </p>
      </div>
      <Show when={timeline().length > 0}>
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
                  <For each={KINDS.filter(({ kind }) => total(area, kind) > 0)}>
                    {({ kind, words }) => (
                      <li>
                        <a class="tap" href={monthAddress({ kind, area: area.id }, props.activity.period)}>
                          {figure(total(area, kind))} {words}
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
      </Show>
      <p class="taken-out">
        <a
          class="tap"
          href={csvAddress('activity', props.activity.period)}
          rel="external"
          download="maaneder.csv"
        >
          Hent månederne til regneark
        </a>
      </p>
    </section>
  )
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
