import { createAsync, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import type { InitiativePage, InitiativeView } from '#shared/contract/initiative.ts'
import { getInitiative } from '../../api/initiatives.ts'
import { JustSaid } from '../../components/just-said.tsx'
import { HereProvider } from '../../session/here.tsx'
import { useKnown } from '../../session/known.tsx'
import { Later } from '../../ui/later.tsx'
import { useTitle } from '../../ui/title.ts'
import { AboutText } from './about-text.tsx'
import { Facts } from './facts.tsx'
import { Family } from './family.tsx'
import { Hero } from './hero.tsx'
import { Reports } from './reports.tsx'
import { Sheet } from './sheet.tsx'
import { Similar } from './similar.tsx'
import { Talk } from './talk.tsx'
import { TraceView } from './trace-view.tsx'
import { TryIt } from './try-it.tsx'
import { Users } from './users.tsx'

/** One card with all that hangs on it. */
export const GrebPage = () => {
  const params = useParams<{ id: string }>()
  const session = useKnown()
  const view = createAsync(() => getInitiative(params.id))
  return (
    <Show when={session()}>
      {session => (
        <HereProvider session={session()}>
          <Show when={whole(view())}>{card => <Whole card={card()} />}</Show>
          <Show when={trace(view())}>{trace => <TraceView trace={trace()} />}</Show>
        </HereProvider>
      )}
    </Show>
  )
}

const whole = (view: InitiativeView | undefined) => (view && 'lineage' in view ? view : undefined)
const trace = (view: InitiativeView | undefined) => (view && !('lineage' in view) ? view : undefined)

const Whole = (props: { card: InitiativePage }) => {
  const session = useKnown()
  useTitle(() => props.card.title ?? 'Kladde')
  return (
    <>
      <article class="stack roomy">
        <JustSaid id={props.card.id} />
        <Hero card={props.card} />
        <Users card={props.card} />
        <div class="two">
          <Sheet card={props.card} />
          {/* What one does with a card, and has begun to write of it, is of that card alone when one goes on to another. */}
          <Show when={props.card.id} keyed>
            <Facts card={props.card} />
          </Show>
          <div class="stack roomy rest">
            <Later>
              <Reports card={props.card} />
              <Family card={props.card} />
              <Later>
                <Talk card={props.card} />
                <Show when={props.card.status === 'published' && props.card.id} keyed>
                  <AboutText
                    target={{ initiativeId: props.card.id }}
                    author={props.card.author}
                    what="kortet"
                    hidden={props.card.hidden}
                    isTheirs={session()?.person.unitId === props.card.unitId}
                  />
                </Show>
              </Later>
            </Later>
          </div>
        </div>
        <p class="on-paper">
          Hele kortet: {location.origin}/greb/{props.card.id}
        </p>
      </article>
      <Show when={props.card.status === 'published'}>
        <Later>
          <Similar card={props.card} />
        </Later>
      </Show>
      <Show when={props.card.status === 'published'}>
        <div class="thumb">
          <TryIt card={props.card} />
        </div>
      </Show>
    </>
  )
}
