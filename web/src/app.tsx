import { Route, Router } from '@solidjs/router'
import { type Component, lazy } from 'solid-js'
import { getInitiative } from './api/initiatives.ts'
import { preloadOverblik } from './api/insights.ts'
import { preloadOpdag } from './api/opdag.ts'
import { pageMissing } from './api/problem.ts'
import { SignedOutPage } from './pages/log-ud/signed-out-page.tsx'
import { Gone } from './pages/not-found/gone.tsx'
import { Shell } from './shell/shell.tsx'
import { usePageTitle } from './ui/title.ts'

/** A page on demand, with the title it has until it knows a better one. */
const page = (title: string, load: () => Promise<Component>): Component =>
  lazy(async () => {
    const Page = await load().catch(() => {
      throw pageMissing()
    })
    return {
      default: () => {
        usePageTitle(title)
        return <Page />
      },
    }
  })

const Opdag = page('Opdag', async () => (await import('./pages/opdag/opdag-page.tsx')).OpdagPage)
const Greb = page('Greb', async () => (await import('./pages/greb/greb-page.tsx')).GrebPage)
const Proev = page('Vi vil prøve det', async () => (await import('./pages/proev/proev-page.tsx')).ProevPage)
const Del = page('Del et greb', async () => (await import('./pages/del/del-page.tsx')).DelPage)
const Mere = page('Fortæl mere', async () => (await import('./pages/mere/mere-page.tsx')).MerePage)
const Enhed = page('Vores enhed', async () => (await import('./pages/enhed/enhed-page.tsx')).EnhedPage)
const Unit = page('En enhed', async () => (await import('./pages/enheder/unit-page.tsx')).UnitPage)
const Overblik = page(
  'Overblik',
  async () => (await import('./pages/overblik/overblik-page.tsx')).OverblikPage,
)
const Figure = page(
  'Grebene bag tallet',
  async () => (await import('./pages/overblik/figure-page.tsx')).FigurePage,
)
const Profil = page('Min profil', async () => (await import('./pages/profil/profil-page.tsx')).ProfilPage)
const OmDineData = page(
  'Om dine data',
  async () => (await import('./pages/om-dine-data/om-dine-data-page.tsx')).OmDineDataPage,
)
const Moderation = page(
  'Moderation',
  async () => (await import('./pages/moderation/moderation-page.tsx')).ModerationPage,
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
    <Route path="/om-dine-data" component={OmDineData} />
    <Route path="/moderation" component={Moderation} />
    <Route path="/log-ud" component={SignedOutPage} />
    <Route path="*" component={Gone} />
  </Router>
)
