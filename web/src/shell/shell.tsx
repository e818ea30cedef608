import { createAsync, useLocation } from '@solidjs/router'
import { ErrorBoundary, type JSX, Suspense } from 'solid-js'
import { getSession } from '../api/session.ts'
import { KnownProvider } from '../session/known.tsx'
import { Arrival } from './arrival.tsx'
import { OfflineNote } from './offline-note.tsx'
import { PageProblem } from './page-problem.tsx'
import { PageSkeleton } from './page-skeleton.tsx'
import { Top } from './top.tsx'

export const SIGNED_OUT = '/log-ud'

/** What stands around every page: header, main, footer on the same two edges. */
export const Shell = (props: { children?: JSX.Element }) => {
  const location = useLocation()
  const session = createAsync(async () => (location.pathname === SIGNED_OUT ? undefined : getSession()))
  return (
    <KnownProvider session={session}>
      <Arrival />
      <a class="skip" href="#indhold" rel="external">
        Gå til indholdet
      </a>
      <Top signedIn={location.pathname !== SIGNED_OUT} />
      <main class="frame" id="indhold" tabindex="-1">
        <OfflineNote />
        <ErrorBoundary fallback={(error: unknown, reset) => <PageProblem error={error} onRetry={reset} />}>
          <Suspense fallback={<PageSkeleton />}>{props.children}</Suspense>
        </ErrorBoundary>
      </main>
      <footer class="foot">
        <div class="frame">
          <p>Norddjurs Kommune</p>
          <a href="/om-dine-data">Om dine data</a>
          <a href="/api/v1/docs" rel="external">
            For udviklere
          </a>
        </div>
      </footer>
    </KnownProvider>
  )
}
