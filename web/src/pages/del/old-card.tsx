import { createAsync } from '@solidjs/router'
import { Match, Show, Switch, untrack } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { getInitiative } from '../../api/initiatives.ts'
import { beginFrom } from '../../drafts/begin.ts'
import { browserStorage, deviceDrafts } from '../../drafts/device.ts'
import type { Place } from '../../session/place.ts'
import { DelEditor, HEADING, WELCOME } from './del-editor.tsx'
import { NotOurs } from './not-ours.tsx'
import { Withdrawn } from './withdrawn.tsx'

/** A draft to go on with, or a published card to correct. */
export const OldCard = (props: { id: string; place: Place }) => {
  const card = createAsync(() => getInitiative(props.id))
  const whole = () => {
    const found = card()
    return found && 'lineage' in found ? found : undefined
  }
  return (
    <Show when={card()}>
      <Switch fallback={<NotOurs id={props.id} />}>
        <Match when={whole()?.unitId === props.place.unit?.id && whole()?.status === 'withdrawn' && whole()}>
          {card => <Withdrawn card={card()} />}
        </Match>
        <Match when={whole()?.unitId === props.place.unit?.id && whole()}>
          {card => <Editing card={untrack(card)} place={props.place} />}
        </Match>
      </Switch>
    </Show>
  )
}

const Editing = (props: { card: InitiativePage; place: Place }) => {
  const { card, place } = props
  const isPublished = card.status === 'published'
  const begun = beginFrom(card, deviceDrafts(browserStorage(), place.person.id))
  return (
    <Show when={place.unit}>
      {unit => (
        <Show when={place.area}>
          {area => (
            <DelEditor
              heading={isPublished ? 'Ret jeres kort' : HEADING}
              lede={isPublished ? 'Kolleger ser ændringerne, når du gemmer.' : WELCOME}
              begun={begun}
              personId={place.person.id}
              unit={unit()}
              area={area()}
              isPublished={isPublished}
              themeName={place.themeName}
              onCreated={() => {}}
              onFresh={undefined}
            />
          )}
        </Show>
      )}
    </Show>
  )
}
