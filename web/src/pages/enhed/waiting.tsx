import { For, Match, Show, Switch } from 'solid-js'
import type { CatalogueItem, UnitAdoptions } from '#shared/contract/catalogue.ts'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { danishDay } from '#shared/rules/fair-order.ts'
import type { OrganisationIndex } from '#shared/rules/organisation.ts'
import { Icon } from '../../ui/icon.tsx'
import { sinceWords } from '../proev/since.ts'
import { longDay } from '../proev/start-dates.ts'
import { asking } from './due.ts'
import { type News, news } from './news.ts'

type Props = {
  drafts: readonly CatalogueItem[]
  adoptions: UnitAdoptions['items']
  cards: readonly InitiativePage[]
  names: OrganisationIndex
  unitId: string
  now: number
}

/** What somebody of ours should look at: what is half written, what we promised to tell, what others told us. */
export const Waiting = (props: Props) => {
  const today = () => danishDay(props.now)
  const asked = () => props.adoptions.filter(adoption => asking(adoption, props.now) !== undefined)
  const told = () => news(props.cards, props.unitId, props.now)
  const unitName = (id: string) => props.names.unitName(id) ?? id
  const isEmpty = () => props.drafts.length + asked().length + told().length === 0
  return (
    <Show when={!isEmpty()} fallback={<p class="muted">Intet venter lige nu.</p>}>
      <ul class="rows">
        <For each={props.drafts}>
          {draft => (
            <li>
              <Icon name="pen" />
              <div>
                <p>
                  <b>{draft.title ?? 'En kladde uden navn'}</b>
                </p>
                <p class="muted small">
                  Kladde, sidst rettet {longDay(danishDay(Date.parse(draft.updatedAt)))}. Kun I kan se den.
                </p>
              </div>
              <a
                class="button do"
                href={`/del/${draft.id}`}
                aria-label={`Skriv ${draft.title ?? 'kladden'} færdig`}
              >
                Skriv færdig
              </a>
            </li>
          )}
        </For>
        <For each={asked()}>
          {adoption => (
            <li>
              <Icon name="experience" />
              <div>
                <p>
                  <b>
                    {asking(adoption, props.now) === 'decide' ? 'Vil I begynde på' : 'Hvordan går det med'} »
                    {adoption.initiative.title}«?
                  </b>
                </p>
                <p class="muted small">
                  {sinceWords(adoption, today())} {unitName(adoption.initiative.unitId)} vil gerne høre det.
                </p>
              </div>
              <a class="button do" href={`/greb/${adoption.initiativeId}/proev`}>
                Fortæl, hvordan det går<span class="unseen"> med {adoption.initiative.title}</span>
              </a>
            </li>
          )}
        </For>
        <For each={told()}>{one => <Told one={one} unitName={unitName} />}</For>
      </ul>
    </Show>
  )
}

const DOES = {
  considering: 'overvejer',
  trying: 'prøver',
  in_use: 'bruger',
  stopped: 'er stoppet med',
} as const
const firstName = (name: string): string => name.split(' ', 1)[0] ?? name

const Told = (props: { one: News; unitName: (id: string) => string }) => {
  const when = () => longDay(danishDay(Date.parse(props.one.at)))
  return (
    <li>
      <Icon name={props.one.kind === 'question' ? 'question' : 'reply'} />
      <Switch>
        <Match when={props.one.kind === 'report' && props.one}>
          {one => (
            <>
              <div>
                <p>
                  <b>
                    {props.unitName(one().adoption.unitId)} {DOES[one().adoption.stage]} jeres greb
                  </b>
                </p>
                <p class="muted small">
                  <Show when={one().adoption.outcomeText}>{text => <>»{text()}« </>}</Show>
                  {one().adoption.author.name}, {when()}. {one().card.title}
                </p>
              </div>
              <a class="button do" href={`/greb/${one().card.id}#snak`}>
                Skriv til {firstName(one().adoption.author.name)}
              </a>
            </>
          )}
        </Match>
        <Match when={props.one.kind === 'question' && props.one}>
          {one => (
            <>
              <div>
                <p>
                  <b>{props.unitName(one().comment.author.unitId)} spørger om jeres greb</b>
                </p>
                <p class="muted small">
                  »{one().comment.text}« {one().comment.author.name}, {when()}. {one().card.title}
                </p>
              </div>
              <a class="button do" href={`/greb/${one().card.id}#${one().comment.id}`}>
                Svar {firstName(one().comment.author.name)}
              </a>
            </>
          )}
        </Match>
      </Switch>
    </li>
  )
}
