import { createAsync } from '@solidjs/router'
import { Show, Suspense } from 'solid-js'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import type { Session } from '#shared/contract/session.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { getUnitAdoptions } from '../../api/catalogue.ts'
import { getSession } from '../../api/session.ts'
import { getUnitCards, getUnitPages } from '../../api/unit.ts'
import { NeedsUnit } from '../../components/needs-unit.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { placeOf } from '../../session/place.ts'
import { BorrowedCards, OwnCards } from './cards.tsx'
import { DraftList, WithdrawnList } from './drafts.tsx'
import { Thanks } from './thanks.tsx'
import { UnitHero } from './unit-hero.tsx'
import { Waiting } from './waiting.tsx'

/** Vores enhed: what waits for us, what we gave, what we took. All at once, for what waits stands above the rest. */
export const EnhedPage = () => {
  const session = createAsync(() => getSession())
  return (
    <Show when={session()}>
      {session => {
        const { unit, area } = placeOf(session())
        return unit && area ? (
          <OurUnit session={session()} unit={unit} area={area} />
        ) : (
          <div class="stack">
            <h1>Vores enhed</h1>
            <NeedsUnit to="se jeres greb samlet" />
          </div>
        )
      }}
    </Show>
  )
}

const OurUnit = (props: { session: Session; unit: Unit; area: Area }) => {
  const names = indexOrganisation(props.session.organisation)
  const drafts = createAsync(() => getUnitCards(props.unit.id, 'draft'))
  const own = createAsync(() => getUnitCards(props.unit.id, 'published'))
  const withdrawn = createAsync(() => getUnitCards(props.unit.id, 'withdrawn'))
  const adoptions = createAsync(() => getUnitAdoptions(props.unit.id))
  const pages = createAsync(() => getUnitPages(props.unit.id))
  return (
    <>
      <UnitHero unit={props.unit} area={props.area} />
      <Suspense fallback={<Skeleton what="Henter det, der venter på jer" cards={3} />}>
        <section class="stack" aria-labelledby="venter">
          <h2 id="venter">Venter på jer</h2>
          <Show when={pages()}>
            {pages => (
              <Waiting
                drafts={drafts()?.items ?? []}
                adoptions={adoptions()?.items ?? []}
                cards={pages()}
                names={names}
                unitId={props.unit.id}
                now={Date.now()}
              />
            )}
          </Show>
        </section>
        <div class="pair">
          <OwnCards
            heading="Vores greb"
            items={own()?.items ?? []}
            total={own()?.total ?? 0}
            unitId={props.unit.id}
            empty={
              <div class="state">
                <h3>Hvad har I ændret for nylig?</h3>
                <p>Det må gerne være småt, og det behøver ikke være lykkedes. Fem minutter er nok.</p>
                <a class="button primary" href="/del">
                  Del jeres første greb
                </a>
              </div>
            }
          />
          <BorrowedCards
            heading="Vi bruger fra andre"
            here="Hos os:"
            items={adoptions()?.items ?? []}
            empty={
              <div class="state">
                <h3>I har ikke skrevet jer på andres greb endnu</h3>
                <p>Måske har nogen løst det, I slås med. I beholder kernen og tilpasser resten.</p>
                <a class="button" href="/">
                  Se alle greb
                </a>
              </div>
            }
          />
        </div>
        <Show when={pages()}>{pages => <Thanks heading="Tak til jer" cards={pages()} names={names} />}</Show>
        <DraftList items={drafts()?.items ?? []} />
        <WithdrawnList items={withdrawn()?.items ?? []} />
      </Suspense>
    </>
  )
}
