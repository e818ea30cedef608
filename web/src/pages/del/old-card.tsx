import { createAsync } from '@solidjs/router'
import { Show, untrack } from 'solid-js'
import type { InitiativePage, InitiativeView } from '#shared/contract/initiative.ts'
import { getInitiative } from '../../api/initiatives.ts'
import { beginFrom } from '../../drafts/begin.ts'
import { browserStorage, deviceDrafts } from '../../drafts/device.ts'
import type { Place } from '../../session/place.ts'
import { DelEditor, HEADING, WELCOME } from './del-editor.tsx'
import { NotOurs } from './not-ours.tsx'
import { Withdrawn } from './withdrawn.tsx'

/** A draft to go on with, or a published card to correct: as it is when one comes, whatever is done to it from here. */
export const OldCard = (props: { id: string; place: Place }) => {
  const card = createAsync(() => getInitiative(props.id))
  return <Show when={card()}>{card => <Found card={untrack(card)} place={props.place} />}</Show>
}

const Found = (props: { card: InitiativeView; place: Place }) => {
  const { card, place } = props
  const isOurs = 'lineage' in card && card.unitId === place.unit?.id
  if (!isOurs) return <NotOurs id={card.id} />
  return card.status === 'withdrawn' ? <Withdrawn card={card} /> : <Editing card={card} place={place} />
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
