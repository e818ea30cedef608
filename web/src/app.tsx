import { Route, Router } from '@solidjs/router'
import { type Component, lazy } from 'solid-js'
import { getInitiative } from './api/initiatives.ts'
import { preloadOverblik } from './api/insights.ts'
import { preloadOpdag } from './api/opdag.ts'
import { SignedOutPage } from './pages/log-ud/signed-out-page.tsx'
import { Gone } from './pages/not-found/gone.tsx'
import { Shell } from './shell/shell.tsx'
import { usePageTitle } from './ui/title.ts'

/** A page with the title it has until it knows a better one. */
const titled = (title: string, Page: Component): { default: Component } => ({
  default: () => {
    usePageTitle(title)
    return <Page />
  },
})

const Opdag = lazy(async () => titled('Opdag', (await import('./pages/opdag/opdag-page.tsx')).OpdagPage))
const Greb = lazy(async () => titled('Greb', (await import('./pages/greb/greb-page.tsx')).GrebPage))
const Proev = lazy(async () =>
  titled('Vi vil prøve det', (await import('./pages/proev/proev-page.tsx')).ProevPage),
)
const Del = lazy(async () => titled('Del et greb', (await import('./pages/del/del-page.tsx')).DelPage))
const Mere = lazy(async () => titled('Fortæl mere', (await import('./pages/mere/mere-page.tsx')).MerePage))
const Enhed = lazy(async () =>
  titled('Vores enhed', (await import('./pages/enhed/enhed-page.tsx')).EnhedPage),
)
const Unit = lazy(async () => titled('En enhed', (await import('./pages/enheder/unit-page.tsx')).UnitPage))
const Overblik = lazy(async () =>
  titled('Overblik', (await import('./pages/overblik/overblik-page.tsx')).OverblikPage),
)
const Figure = lazy(async () =>
  titled('Grebene bag tallet', (await import('./pages/overblik/figure-page.tsx')).FigurePage),
)
const Profil = lazy(async () =>
  titled('Min profil', (await import('./pages/profil/profil-page.tsx')).ProfilPage),
)

const preloadCard = ({ params }: { params: { id?: string | undefined } }): void => {
  if (params.id) getInitiative(params.id).catch(() => {})
}

/** Every address of the portal. Pages are lazy; what they read starts with the route. */
export const App = () => (
  <Router root={Shell} scrollRestoration>
    <Route path="/" component={Opdag} preload={({ location }) => preloadOpdag(location.search)} />
    <Route path="/greb/:id" component={Greb} preload={preloadCard} />
    <Route path="/greb/:id/proev" component={Proev} preload={preloadCard} />
    <Route path="/del/:id?" component={Del} />
    <Route path="/del/:id/mere" component={Mere} />
    <Route path="/enhed" component={Enhed} />
    <Route path="/enheder/:id" component={Unit} />
    <Route
      path="/overblik"
      component={Overblik}
      preload={({ location }) => preloadOverblik(location.search)}
    />
    <Route path="/overblik/greb" component={Figure} />
    <Route path="/profil" component={Profil} />
    <Route path="/log-ud" component={SignedOutPage} />
    <Route path="*" component={Gone} />
  </Router>
)
