import '../../components/form/form.css'
import { createAsync, useParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch, untrack } from 'solid-js'
import type { Adoption } from '#shared/contract/adoption.ts'
import type { InitiativePage, InitiativeView } from '#shared/contract/initiative.ts'
import type { Session } from '#shared/contract/session.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { getInitiative } from '../../api/initiatives.ts'
import { getSession } from '../../api/session.ts'
import { From } from '../../components/from.tsx'
import { NeedsUnit } from '../../components/needs-unit.tsx'
import { type Place, placeOf } from '../../session/place.ts'
import { useTitle } from '../../ui/title.ts'
import { Adopt } from './adopt.tsx'
import { AdoptionFacts } from './facts.tsx'
import { KinList } from './kin.tsx'
import { Report } from './report.tsx'

/** Vi vil prøve det: three taps for those who begin, the report for those who did. */
export const ProevPage = () => {
  const params = useParams<{ id: string }>()
  const session = createAsync(() => getSession())
  const card = createAsync(() => getInitiative(params.id))
  return (
    <Show when={session()}>
      {session => <Show when={card()}>{card => <Choose session={session()} card={untrack(card)} />}</Show>}
    </Show>
  )
}

const isWhole = (card: InitiativeView): card is InitiativePage => 'lineage' in card

const Choose = (props: { session: Session; card: InitiativeView }) => {
  const names = indexOrganisation(props.session.organisation)
  const place: Place = placeOf(props.session)
  const { card } = props
  const today = danishDay(Date.now())
  const ours = card.adoptions.find(adoption => adoption.unitId === place.unit?.id)
  const giver = names.unitName(card.unitId) ?? card.unitId
  const area = names.area(card.areaId)
  const open = isWhole(card) && card.status === 'published' ? card : undefined
  return (
    <Switch fallback={<Closed title={isWhole(card) ? card.title : undefined} id={card.id} />}>
      <Match when={!place.unit}>
        <div class="stack">
          <h1>Vi vil prøve det</h1>
          <NeedsUnit to="skrive jer på et kort" />
        </div>
      </Match>
      <Match when={card.unitId === place.unit?.id}>
        <Own id={card.id} />
      </Match>
      <Match when={ours}>
        {adoption => (
          <ReportOn
            session={props.session}
            card={card}
            adoption={adoption()}
            giver={giver}
            place={place}
            today={today}
          />
        )}
      </Match>
      <Match when={place.unit && open}>
        {card => (
          <Show when={place.unit}>
            {unit => (
              <Adopt
                card={card()}
                from={{ unit: giver, area }}
                unit={unit()}
                personId={place.person.id}
                today={today}
              />
            )}
          </Show>
        )}
      </Match>
    </Switch>
  )
}

type ReportProps = {
  session: Session
  card: InitiativeView
  adoption: Adoption
  giver: string
  place: Place
  today: string
}

const ReportOn = (props: ReportProps) => {
  const names = indexOrganisation(props.session.organisation)
  useTitle('Hvordan går det?')
  const whole = createMemo(() => (isWhole(props.card) ? props.card : undefined))
  return (
    <div class="stack">
      <h1 id="meld">Hvordan går det?</h1>
      <Report
        adoption={props.adoption}
        giver={props.giver}
        personId={props.place.person.id}
        today={props.today}
        head={
          <>
            <From unit={props.giver} area={names.area(props.card.areaId)} />
            <Show when={whole()} fallback={<Trace card={props.card} giver={props.giver} />}>
              {card => (
                <h2>
                  <a class="tap" href={`/greb/${card().id}`}>
                    {card().title}
                  </a>
                </h2>
              )}
            </Show>
          </>
        }
        aside={
          <>
            <AdoptionFacts adoption={props.adoption} />
            <Show when={whole()}>
              {card => (
                <KinList
                  card={card()}
                  names={names}
                  ourAreaId={props.adoption.areaId}
                  derivedId={props.adoption.derivedInitiativeId}
                />
              )}
            </Show>
          </>
        }
      />
    </div>
  )
}

/** The card was taken back, or is no longer shared with us; what we say of our use still counts. */
const Trace = (props: { card: InitiativeView; giver: string }) => (
  <p>
    {props.card.status === 'withdrawn'
      ? `${props.giver} har trukket kortet tilbage.`
      : 'Kortet er ikke længere delt med jer.'}
    <Show when={props.card.withdrawnReason}>{reason => <> »{reason()}«</>}</Show> I kan stadig fortælle,
    hvordan det går hos jer.
  </p>
)

const Own = (props: { id: string }) => (
  <div class="state">
    <h1>Det er jeres eget greb</h1>
    <p>Genbrug er for andre enheder. Har I lært noget nyt, så skriv det på kortet.</p>
    <div class="actions">
      <a class="button primary" href={`/del/${props.id}`}>
        Ret jeres kort
      </a>
      <a class="button quiet" href={`/greb/${props.id}`}>
        Til kortet
      </a>
    </div>
  </div>
)

const Closed = (props: { title: string | undefined; id: string }) => (
  <div class="state">
    <h1>{props.title ?? 'Kortet er her ikke'}</h1>
    <p>Kortet er ikke udgivet lige nu, så I kan ikke skrive jer på det. Enheden kan svare.</p>
    <a class="button" href="/">
      Til alle greb
    </a>
  </div>
)
