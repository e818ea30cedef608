import { createAsync, useParams } from '@solidjs/router'
import { Show, Suspense } from 'solid-js'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import type { Session } from '#shared/contract/session.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { getUnitAdoptions } from '../../api/catalogue.ts'
import { getSession } from '../../api/session.ts'
import { getUnitCards, getUnitPages } from '../../api/unit.ts'
import { useTitle } from '../../ui/title.ts'
import { BorrowedCards, OwnCards } from '../enhed/cards.tsx'
import { Thanks } from '../enhed/thanks.tsx'
import { UnitHero } from '../enhed/unit-hero.tsx'

/** A unit as others see it: what it gave, what it took, what it was thanked for. */
export const UnitPage = () => {
  const params = useParams<{ id: string }>()
  const session = createAsync(() => getSession())
  const found = () => {
    for (const area of session()?.organisation.areas ?? []) {
      const unit = area.units.find(one => one.id === params.id)
      if (unit) return { unit, area }
    }
    return undefined
  }
  return (
    <Show when={session()}>
      {session => (
        <Show when={found()} keyed fallback={<Unknown session={session()} id={params.id} />}>
          {({ unit, area }) => <OneUnit session={session()} unit={unit} area={area} />}
        </Show>
      )}
    </Show>
  )
}

const OneUnit = (props: { session: Session; unit: Unit; area: Area }) => {
  const names = indexOrganisation(props.session.organisation)
  const own = createAsync(() => getUnitCards(props.unit.id, 'published'))
  const adoptions = createAsync(() => getUnitAdoptions(props.unit.id))
  const pages = createAsync(() => getUnitPages(props.unit.id))
  useTitle(() => props.unit.name)
  const isOurs = () => props.session.person.unitId === props.unit.id
  return (
    <>
      <UnitHero unit={props.unit} area={props.area} />
      <Show when={isOurs()}>
        <p>
          Det er jeres enhed. <a href="/enhed">Se også, hvad der venter på jer</a>.
        </p>
      </Show>
      <div class="pair">
        <OwnCards
          heading="Greb herfra"
          items={own()?.items ?? []}
          total={own()?.total ?? 0}
          unitId={props.unit.id}
          empty={<p class="muted">Enheden har ikke delt noget endnu, som du kan se.</p>}
        />
        <BorrowedCards
          heading="Bruger fra andre"
          here="Her:"
          items={adoptions()?.items ?? []}
          empty={<p class="muted">Enheden har ikke skrevet sig på andres greb endnu.</p>}
        />
      </div>
      <Suspense>
        <Show when={pages()}>
          {pages => <Thanks heading="Tak til enheden" cards={pages()} names={names} />}
        </Show>
      </Suspense>
    </>
  )
}

/** A unit that was closed keeps its name, and points to who took over. */
const Unknown = (props: { session: Session; id: string }) => {
  const names = indexOrganisation(props.session.organisation)
  const successor = () => names.ownerOf(props.id)
  const name = () => names.unitName(props.id)
  return (
    <div class="state">
      <h1>{name() ? `${name()} findes ikke længere` : 'Enheden er her ikke'}</h1>
      <Show when={successor()} fallback={<p>Måske har den skiftet navn. Søg blandt alle greb.</p>}>
        {id => (
          <p>
            <a href={`/enheder/${id()}`}>{names.unitName(id())}</a> har overtaget dens greb.
          </p>
        )}
      </Show>
      <a class="button" href="/">
        Til alle greb
      </a>
    </div>
  )
}
