import { Show } from 'solid-js'
import { NeedsUnit } from '../../components/needs-unit.tsx'
import { newDraft, unsentDraft } from '../../drafts/begin.ts'
import { browserStorage, deviceDrafts } from '../../drafts/device.ts'
import { contactOf, type Place } from '../../session/place.ts'
import { DelEditor, HEADING, WELCOME } from './del-editor.tsx'

type Props = {
  place: Place
  from: string | undefined
  skipsKept: boolean
  onCreated: (id: string) => void
  onFresh: () => void
}

/** Begins with what was written here and never sent, if there is any. */
export const NewCard = (props: Props) => {
  const { person, themeName } = props.place
  const kept = props.skipsKept
    ? undefined
    : unsentDraft(deviceDrafts(browserStorage(), person.id), props.from)
  const draft = kept ?? newDraft(crypto.randomUUID(), contactOf(person), props.from)
  const begun = { draft, found: kept !== undefined, merged: false }
  return (
    <Show
      when={props.place.unit}
      fallback={
        <div class="stack">
          <h1>{HEADING}</h1>
          <NeedsUnit to="dele et greb" />
        </div>
      }
    >
      {unit => (
        <Show when={props.place.area}>
          {area => (
            <DelEditor
              heading={HEADING}
              lede={WELCOME}
              begun={begun}
              personId={person.id}
              unit={unit()}
              area={area()}
              isPublished={false}
              themeName={themeName}
              onCreated={props.onCreated}
              onFresh={begun.found ? props.onFresh : undefined}
            />
          )}
        </Show>
      )}
    </Show>
  )
}
