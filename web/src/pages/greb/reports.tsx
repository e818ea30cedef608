import { For, Show } from 'solid-js'
import type { Adoption } from '#shared/contract/adoption.ts'
import type { InitiativePage, Kin } from '#shared/contract/initiative.ts'
import { longDate } from '../../components/words/dates.ts'
import { useHere } from '../../session/here.tsx'
import { Sign } from '../../ui/sign.tsx'
import { AboutText } from './about-text.tsx'
import { hiddenBecause } from './kin.ts'
import { isOpen, Told } from './users.tsx'

/** How it went, unit by unit, on the line down to the origin. */
export const Reports = (props: { card: InitiativePage }) => {
  const newestFirst = () => [...props.card.adoptions].sort((a, b) => (timeOf(a) > timeOf(b) ? -1 : 1))
  return (
    <Show
      when={
        props.card.adoptions.length > 0 || props.card.lineage.from || props.card.lineage.derived.length > 0
      }
    >
      <section class="stack" aria-labelledby="gik">
        <h2 id="gik">Sådan gik det, enhed for enhed</h2>
        <div class="sheet">
          <ol class="reports">
            <For each={newestFirst()}>{adoption => <Report adoption={adoption} card={props.card} />}</For>
            <Origin card={props.card} />
          </ol>
        </div>
      </section>
    </Show>
  )
}

const timeOf = (adoption: Adoption): string => adoption.reportedAt ?? adoption.updatedAt

const Report = (props: { adoption: Adoption; card: InitiativePage }) => {
  const here = useHere()
  const told = () => props.adoption
  const unit = () => here().organisation.unitName(told().unitId) ?? told().unitId
  /** A unit that has no result yet still has something to say. */
  const quote = () =>
    told().outcomeText ?? (told().outcome === undefined ? told().changed || told().kept : undefined)
  const isQuoted = (text: string) => quote() === text
  return (
    <li id={`fra-${told().unitId}`}>
      <Sign area={told().areaId} open={isOpen(told())} big />
      <article>
        <header>
          <h3>{unit()}</h3>
          <Told adoption={told()} />
        </header>
        <Show when={quote()}>{quote => <p class="big-word">»{quote()}«</p>}</Show>
        <dl>
          <Row name="Beholdt" text={isQuoted(told().kept) ? '' : told().kept} />
          <Row
            name="Ændrede"
            text={isQuoted(told().changed) ? '' : told().changed}
            touchesCore={told().touchesCore}
          />
          <Row name="Overraskelse" text={told().surprise} />
          <Row name="Tak" text={told().thanks && `»${told().thanks}«`} />
        </dl>
        <div class="signed">
          <p class="muted small">
            {[told().author.name, told().author.title].filter(Boolean).join(', ')}.{' '}
            {told().reportedAt ? 'Meldt tilbage' : 'Skrevet'}{' '}
            <time datetime={timeOf(told())}>{longDate(timeOf(told()))}</time>
          </p>
          <AboutText
            target={{ initiativeId: told().initiativeId, unitId: told().unitId }}
            author={told().author}
            what="erfaringen"
            which={`fra ${unit()}`}
            hidden={told().hidden}
            isTheirs={here().session.person.unitId === told().unitId}
          />
        </div>
        <Show when={props.card.lineage.derived.find(kin => kin.unitId === told().unitId)}>
          {kin => <Grown kin={kin()} />}
        </Show>
      </article>
    </li>
  )
}

const Row = (props: { name: string; text: string | undefined; touchesCore?: boolean }) => (
  <Show when={props.text}>
    <dt>{props.name}</dt>
    <dd>
      {props.text}
      <Show when={props.touchesCore}>
        {' '}
        <span class="muted">(rører ved kernen)</span>
      </Show>
    </dd>
  </Show>
)

const Grown = (props: { kin: Kin }) => (
  <p>
    <Show
      when={props.kin.title}
      fallback={<span class="muted">Det blev til deres eget kort, som er {hiddenBecause(props.kin)}.</span>}
    >
      Det blev til deres eget kort: <a href={`/greb/${props.kin.id}`}>{props.kin.title}</a>
    </Show>
  </p>
)

/** Where it came from, and which cards grew from it without an adoption. */
const Origin = (props: { card: InitiativePage }) => {
  const here = useHere()
  const unit = (id: string) => here().organisation.unitName(id) ?? id
  const from = () => props.card.lineage.from
  const published = () => props.card.publishedAt ?? props.card.createdAt
  const grown = () =>
    props.card.lineage.derived.filter(
      kin => !props.card.adoptions.some(adoption => adoption.unitId === kin.unitId),
    )
  return (
    <li id="udspring">
      <Sign area={props.card.areaId} big />
      <article>
        <header>
          <h3>{unit(props.card.unitId)}</h3>
          <span class="muted">{from() ? 'Voksede ud af et andet greb' : 'Fandt på det'}</span>
        </header>
        <p class="muted small">
          Kortet er fra <time datetime={published()}>{longDate(published())}</time>
          {from() || props.card.origin?.text ? '.' : ' og bygger ikke på et andet greb.'}
        </p>
        <Show when={props.card.origin?.text}>{text => <p>{text()}</p>}</Show>
        <Show when={from()}>
          {from => (
            <p>
              Det bygger på{' '}
              <Show when={from().title} fallback={<>et kort, der er {hiddenBecause(from())},</>}>
                {title => <a href={`/greb/${from().id}`}>{title()}</a>}
              </Show>{' '}
              fra {unit(from().unitId)}.
            </p>
          )}
        </Show>
        <For each={grown()}>{kin => <Grown kin={kin} />}</For>
      </article>
    </li>
  )
}
