import { createEffect, createSignal, For, lazy, on, onCleanup, onMount, Show, Suspense } from 'solid-js'
import type { Catalogue } from '#shared/contract/catalogue.ts'
import { exportAddress, type Filters } from '../../api/addresses.ts'
import { readCatalogue } from '../../api/catalogue.ts'
import { wordsOf } from '../../api/opdag.ts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { Card } from '../../components/card.tsx'
import { createPainted } from '../../ui/painted.ts'
import { keepWall, keptWall } from './kept-wall.ts'

/** Few walls are empty. */
const Nothing = lazy(async () => ({ default: (await import('./nothing.tsx')).Nothing }))

type Props = { first: Catalogue; filters: Filters; isFiltered: boolean }

const BLEND = 'Dagens blanding'
/** The wall, a block for each page fetched, so that nothing jumps when more comes. */
export const Wall = (props: Props) => {
  const [pages, setPages] = createSignal<readonly Catalogue[]>([props.first])
  const [problem, setProblem] = createSignal<ApiProblem>()
  const [busy, setBusy] = createSignal(false)
  const isPainted = createPainted()
  let foot: HTMLDivElement | undefined

  const key = () => JSON.stringify(props.filters)
  const shown = () => pages().reduce((sum, page) => sum + page.items.length, 0)
  const cursor = () => pages().at(-1)?.nextCursor

  createEffect(
    on(
      () => props.first,
      first => {
        const kept = keptWall(key(), first)
        setPages(kept ? kept.pages : [first])
        if (kept) requestAnimationFrame(() => window.scrollTo(0, kept.scrollY))
      },
    ),
  )

  const more = async (): Promise<void> => {
    const next = cursor()
    if (next === undefined || busy()) return
    setBusy(true)
    setProblem(undefined)
    try {
      const page = await readCatalogue({ ...props.filters, cursor: next })
      setPages(before => [...before, page])
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }

  onMount(() => {
    const watch = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting) && problem() === undefined) void more()
      },
      { rootMargin: '600px' },
    )
    if (foot) watch.observe(foot)
    onCleanup(() => {
      watch.disconnect()
      keepWall(key(), { pages: pages(), scrollY: window.scrollY })
    })
  })

  const q = () => wordsOf(props.filters)
  const heading = () => {
    const sort = [props.filters.sort ?? ''].flat()[0]
    if (sort === 'newest') return 'Nyeste først'
    if (sort === 'promising') return 'Det, der virker flere steder, først'
    return q() === '' ? BLEND : 'Det, der passer bedst, først'
  }
  const isBlend = () => heading() === BLEND
  return (
    <section aria-labelledby="blanding">
      <Show
        when={shown() > 0}
        fallback={
          <>
            <h2 class="unseen" id="blanding">
              Ingen greb
            </h2>
            <Suspense>
              <Nothing q={q()} isFiltered={props.isFiltered} />
            </Suspense>
          </>
        }
      >
        <div class="section-head">
          <h2 id="blanding">{heading()}</h2>
          <Show when={!props.isFiltered && isBlend()}>
            <p>Rækkefølgen er ny hver dag og ens for alle, så alle greb bliver set.</p>
          </Show>
        </div>
        <For each={pages()}>
          {page => (
            <ul
              class="wall"
              classList={{ coming: !isPainted() }}
              data-order={isBlend() ? undefined : 'ranked'}
            >
              <For each={page.items}>
                {item => (
                  <li>
                    <Card item={item} />
                  </li>
                )}
              </For>
            </ul>
          )}
        </For>
      </Show>
      <div ref={foot}>
        <Show when={cursor() !== undefined}>
          <div class="more">
            <button class="button" type="button" onClick={() => void more()} aria-busy={busy()}>
              {busy() ? 'Henter …' : `Vis ${Math.min(20, props.first.total - shown())} flere`}
            </button>
            <span role="status">
              {shown()} af {props.first.total} greb vist
            </span>
          </div>
        </Show>
        <Show when={shown() > 0}>
          <p class="more small">
            <a class="tap" href={exportAddress(props.filters)} rel="external" download="">
              Hent {props.isFiltered || q() !== '' ? 'det, der er vist her,' : 'alle greb'} som regneark
            </a>
          </p>
        </Show>
        <div role="alert">
          <Show when={problem()}>
            {problem => (
              <p>
                <b>De næste kunne ikke hentes.</b> {problem().message}
              </p>
            )}
          </Show>
        </div>
      </div>
    </section>
  )
}
