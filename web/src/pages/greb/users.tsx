import { For, Show } from 'solid-js'
import type { Adoption } from '#shared/contract/adoption.ts'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { EXPERIENCE_LABELS, STAGE_LABELS } from '#shared/rules/labels.ts'
import { LateDate } from '../../components/late-date.tsx'
import { unitsOneMove } from '../../components/words/counts.ts'
import { monthYear } from '../../components/words/dates.ts'
import { useHere } from '../../session/here.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Sign } from '../../ui/sign.tsx'
import { StageSign } from '../../ui/stage-sign.tsx'

/** All who have the move in hand: the origin is one tile among equals. */
export const Users = (props: { card: InitiativePage }) => {
  const here = useHere()
  const unit = (id: string) => here().organisation.unitName(id) ?? id
  const area = (id: string) => here().organisation.area(id)?.shortName ?? ''
  /** As they came. */
  const inOrder = () => [...props.card.adoptions].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  const since = ({ startedOn, stage }: Adoption) => (stage === 'considering' ? undefined : startedOn)
  return (
    <Show when={props.card.status !== 'draft'}>
      <section class="stack users-block" aria-labelledby="hvem">
        <Show when={props.card.adoptions.length > 0} fallback={<NobodyYet card={props.card} />}>
          <h2 id="hvem">{unitsOneMove(props.card.adoptions.length + 1)}</h2>
          <ul class="users">
            <li>
              <Sign area={props.card.areaId} />
              <a href="#kort">{unit(props.card.unitId)}</a>
              <Show when={props.card.experience}>
                {experience => (
                  <p>
                    <span class="said">
                      <Mark of={experience()} />
                      {EXPERIENCE_LABELS[experience()]}
                    </span>
                  </p>
                )}
              </Show>
              <p>
                Fandt på det,{' '}
                <LateDate time={props.card.publishedAt ?? props.card.createdAt} say={monthYear} />
              </p>
            </li>
            <For each={inOrder()}>
              {adoption => (
                <li>
                  <Sign area={adoption.areaId} open={isOpen(adoption)} />
                  <a href={`#fra-${adoption.unitId}`}>{unit(adoption.unitId)}</a>
                  <p>
                    <Told adoption={adoption} />
                  </p>
                  <p>
                    {area(adoption.areaId)}
                    <Show when={since(adoption)}>
                      {day => (
                        <>
                          , siden <LateDate time={day()} say={monthYear} />
                        </>
                      )}
                    </Show>
                  </p>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}

export const isOpen = ({ stage }: Adoption): boolean => stage === 'considering' || stage === 'stopped'

/** What a unit says of it: how it went, or else where they stand. */
export const Told = (props: { adoption: Adoption }) => (
  <span class="said">
    <Show
      when={props.adoption.outcome}
      fallback={
        <>
          <StageSign of={props.adoption.stage} />
          {STAGE_LABELS[props.adoption.stage]}
        </>
      }
    >
      {outcome => (
        <>
          <Mark of={outcome()} />
          {EXPERIENCE_LABELS[outcome()]}
          {props.adoption.stage === 'stopped' ? ', stoppet' : ''}
        </>
      )}
    </Show>
  </span>
)

const NobodyYet = (props: { card: InitiativePage }) => {
  const here = useHere()
  const isOwn = () => here().session.person.unitId === props.card.unitId
  return (
    <>
      <h2 id="hvem">Ingen andre har prøvet det endnu</h2>
      <p class="muted">
        {isOwn()
          ? 'Del adressen med en, der slås med det samme.'
          : 'Bliv de første. I beholder kernen og tilpasser resten.'}
      </p>
    </>
  )
}
