import { createMemo, For, Show } from 'solid-js'
import type { Activity } from '#shared/contract/insights.ts'
import type { Theme } from '#shared/contract/taxonomy.ts'
import { figure } from '../../components/words/counts.ts'
import { useHere } from '../../session/here.tsx'
import { csvAddress, monthAddress, type View } from './addresses.ts'
import { Bars } from './bars.tsx'
import { monthsFrom } from './timeline.ts'

/** What the municipality works on together. The other themes are to be found by, not to be counted. */
const SHARED_GROUPS = ['opgaver', 'kkc', 'forenkling']

/** Which of the shared themes the cards were about, month by month. */
export const Themes = (props: { activity: Activity; view: View }) => {
  const here = useHere()
  const groups = () => here().session.taxonomy.groups.filter(group => SHARED_GROUPS.includes(group.id))
  const counted = createMemo(() => {
    const ids = new Set(groups().flatMap(group => group.themes.map(theme => theme.id)))
    return props.activity.themes.filter(row => ids.has(row.themeId))
  })
  const timeline = createMemo(() => monthsFrom(props.activity.span.first, props.activity.span.last))
  const place = () => {
    const area = here().organisation.area(props.view.area ?? '')
    return area ? ` i ${area.shortName}` : ''
  }
  const most = () => Math.max(0, ...counted().map(row => row.count))
  const monthsOf = (theme: Theme) =>
    timeline().map(month => ({
      month,
      given: counted().find(row => row.month === month && row.themeId === theme.id)?.count ?? 0,
      taken: 0,
    }))
  const total = (theme: Theme): number =>
    counted().reduce((sum, row) => sum + (row.themeId === theme.id ? row.count : 0), 0)
  return (
    <Show when={counted().length > 0}>
      <section class="stack themes-over-time" aria-labelledby="temaer">
        <div>
          <h2 id="temaer">Det handler grebene om</h2>
          <p class="muted">Delte greb efter tema{place()}. Et greb tæller med under hvert af sine temaer.</p>
        </div>
        <div class="theme-groups">
          <For each={groups()}>
            {group => (
              <section aria-label={group.label}>
                <h3>{group.label}</h3>
                <ul class="multiples">
                  <For each={group.themes}>
                    {theme => (
                      <li>
                        <h4>{theme.label}</h4>
                        <Bars
                          months={monthsOf(theme)}
                          most={most()}
                          label={`${theme.label}: ${figure(total(theme))} greb delt`}
                        />
                        <p>
                          <Show when={total(theme) > 0} fallback="Ingen endnu">
                            <a
                              class="tap"
                              href={monthAddress({ theme: theme.id, area: props.view.area }, props.view)}
                            >
                              {figure(total(theme))} greb<span class="unseen"> om {theme.label}</span>
                            </a>
                          </Show>
                        </p>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </div>
        <p class="taken-out">
          <a class="tap" href={csvAddress('themes', props.view)} rel="external" download="temaer.csv">
            Hent temaerne til regneark
          </a>
        </p>
      </section>
    </Show>
  )
}
