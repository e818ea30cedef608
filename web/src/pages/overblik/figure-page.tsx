import './overblik.css'
import { createAsync, useLocation } from '@solidjs/router'
import { createMemo, For, Show, Suspense } from 'solid-js'
import { STAGE_LABELS } from '#shared/rules/labels.ts'
import { ADOPTION_STAGES } from '#shared/rules/vocabulary.ts'
import { getFigureCards } from '../../api/insights.ts'
import { Card } from '../../components/card.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { figure } from '../../components/words/counts.ts'
import { monthYear } from '../../components/words/dates.ts'
import { HereProvider, useHere } from '../../session/here.tsx'
import { useKnown } from '../../session/known.tsx'

const KINDS: Readonly<Record<string, string>> = {
  published: 'Delt',
  started: 'Taget til sig',
  inUse: 'I brug',
  stopped: 'Stoppet og lært af',
}

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
  const asked = createMemo(() => new URLSearchParams(location.search))
  const answer = createAsync(() => {
    const search = new URLSearchParams(asked())
    search.delete('tal')
    return getFigureCards(asked().get('tal') === 'activity' ? 'activity' : 'flows', search.toString())
  })
  const area = (name: string): string | undefined => {
    const id = asked().get(name)
    return id ? (here().organisation.area(id)?.shortName ?? 'et tidligere område') : undefined
  }
  const words = (): string => {
    const themes = here().session.taxonomy.groups.flatMap(group => group.themes)
    const stage = ADOPTION_STAGES.find(one => one === asked().get('stage'))
    const month = asked().get('month')
    const parts = [
      area('from') && `fra ${area('from')}`,
      area('to') && `taget til sig i ${area('to')}`,
      asked().get('tal') === 'activity' && KINDS[asked().get('kind') ?? 'published']?.toLowerCase(),
      area('area') && `i ${area('area')}`,
      themes.find(theme => theme.id === asked().get('theme'))?.label,
      stage && STAGE_LABELS[stage].toLowerCase(),
      month && monthYear(`${month}-15`),
    ]
    return parts.filter(Boolean).join(', ')
  }
  const back = () => {
    const period = asked().get('period')
    return period ? `/overblik?periode=${period}` : '/overblik'
  }
  return (
    <>
      <div class="stack">
        <p>
          <a class="tap" href={back()}>
            Til overblikket
          </a>
        </p>
        <h1>Grebene bag tallet</h1>
        <p class="lede" role="status">
          {figure(answer()?.total ?? 0)} greb {words()}.
        </p>
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
