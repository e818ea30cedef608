import { useLocation } from '@solidjs/router'
import { ErrorBoundary, For, Show, Suspense } from 'solid-js'
import { useKnown, useNames } from '../session/known.tsx'
import { Icon } from '../ui/icon.tsx'
import { TopSearch } from './top-search.tsx'

const PAGES = [
  { href: '/', words: 'Opdag' },
  { href: '/overblik', words: 'Overblik' },
  { href: '/enhed', words: 'Vores enhed' },
] as const

/** The head of every page: where one is, who one is, and the one thing to do. */
export const Top = (props: { signedIn: boolean }) => {
  const location = useLocation()
  const current = (href: string) => {
    if (location.pathname === href) return 'page'
    if (href === '/overblik' && location.pathname.startsWith('/overblik/')) return 'true'
    return href === '/' && location.pathname.startsWith('/greb/') ? 'true' : undefined
  }
  return (
    <header class="top">
      <div class="frame">
        <a class="name" href="/">
          <svg width="24" height="24" fill="currentColor" aria-hidden="true">
            <use href="#logo" />
          </svg>
          Konkrete greb
        </a>
        <Show when={props.signedIn}>
          <nav aria-label="Portalen">
            <ul>
              <For each={PAGES}>
                {page => (
                  <li>
                    <a href={page.href} aria-current={current(page.href)}>
                      {page.words}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </nav>
          <TopSearch />
          <div class="me">
            <a class="who" href="/profil">
              <Icon name="person" />
              <ErrorBoundary fallback={<span>Min profil</span>}>
                <Suspense fallback={<span>Min profil</span>}>
                  <Who />
                </Suspense>
              </ErrorBoundary>
            </a>
            <a class="button primary" href="/del">
              Del et greb
            </a>
          </div>
        </Show>
      </div>
    </header>
  )
}

const Who = () => {
  const session = useKnown()
  const names = useNames()
  return (
    <Show when={session()} fallback={<span>Min profil</span>}>
      {session => (
        <span>
          {session().person.name}
          <span>{unitWords(session().person.unitId, id => names()?.unitName(id))}</span>
        </span>
      )}
    </Show>
  )
}

const unitWords = (unitId: string | undefined, nameOf: (id: string) => string | undefined): string =>
  unitId === undefined ? 'Har ikke valgt enhed' : (nameOf(unitId) ?? unitId)
