import './overblik.css'
import { createAsync, useLocation } from '@solidjs/router'
import { createMemo, For, Show, Suspense } from 'solid-js'
import { EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import { ADOPTION_STAGES, EXPERIENCES } from '#shared/rules/vocabulary.ts'
import { getFigureCards, periodOf } from '../../api/insights.ts'
import { Card } from '../../components/card.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { figure } from '../../components/words/counts.ts'
import { monthYear } from '../../components/words/dates.ts'
import { HereProvider, useHere } from '../../session/here.tsx'
import { useKnown } from '../../session/known.tsx'
import { readBehind } from './addresses.ts'
import { MONTH_KINDS } from './kinds.ts'
import { periodWords } from './period-words.ts'

const REMOVED = 'delt, og noget slap vi for'

/** The cards behind one figure of the overview. */
export const FigurePage = () => {
  const session = useKnown()
  return (
    <Suspense fallback={<Skeleton what="Henter greb" />}>
      <Show when={session()}>
        {session => (
          <HereProvider session={session()}>
            <Figure />
          </HereProvider>
        )}
      </Show>
    </Suspense>
  )
}

const Figure = () => {
  const location = useLocation()
  const here = useHere()
  const read = createMemo(() => readBehind(location.search))
  const asked = () => read().asked
  const answer = createAsync(() => getFigureCards(read().tal, read().search))
  const area = (name: string): string | undefined => {
    const id = asked().get(name)
    return id ? (here().organisation.area(id)?.shortName ?? 'et tidligere område') : undefined
  }
  const words = (): string => {
    const themes = here().session.taxonomy.groups.flatMap(group => group.themes)
    const stage = ADOPTION_STAGES.find(one => one === asked().get('stage'))
    const outcome = EXPERIENCES.find(one => one === asked().get('outcome'))
    const month = asked().get('month')
    const kind = asked().get('kind') ?? 'published'
    const happened = kind === 'removed' ? REMOVED : MONTH_KINDS.find(one => one.kind === kind)?.words
    const parts = [
      area('from') && `fra ${area('from')}`,
      area('to') && `taget til sig i ${area('to')}`,
      read().tal === 'activity' && happened,
      area('area') && `i ${area('area')}`,
      themes.find(theme => theme.id === asked().get('theme'))?.label,
      stage && STAGE_LABELS[stage].toLowerCase(),
      outcome && EXPERIENCE_LABELS[outcome].toLowerCase(),
      month && monthYear(`${month}-15`),
      periodWords(periodOf(asked().get('period') ?? undefined)).trim(),
    ].filter(Boolean)
    return parts.length === 0 ? '' : `: ${parts.join(', ')}`
  }
  /** Why there are fewer cards than the number said: one may be taken on by many. */
  const oftener = (): string => {
    const { total = 0, times = 0 } = answer() ?? {}
    return times > total ? ` Tallet er ${figure(times)}, for flere enheder har taget samme greb til sig.` : ''
  }
  return (
    <>
      <div class="stack">
        <p>
          <a class="tap" href={read().back}>
            Til overblikket
          </a>
        </p>
        <h1>Grebene bag tallet</h1>
        <p class="lede" role="status">
          {figure(answer()?.total ?? 0)} greb{words()}.{oftener()}
        </p>
        <Show when={(answer()?.total ?? 0) > 0}>
          <p class="taken-out">
            <a class="tap" href={read().csv} rel="external" download="greb.csv">
              Hent dem til regneark
            </a>
          </p>
        </Show>
        <Show when={(answer()?.total ?? 0) > (answer()?.items.length ?? 0)}>
          <p class="muted">Her er de nyeste {figure(answer()?.items.length ?? 0)}.</p>
        </Show>
      </div>
      <h2 class="unseen">Greb</h2>
      <ul class="wall">
        <For each={answer()?.items}>
          {item => (
            <li>
              <Card item={item} />
            </li>
          )}
        </For>
      </ul>
    </>
  )
}
