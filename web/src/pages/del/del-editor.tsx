import { createMemo } from 'solid-js'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import { Card } from '../../components/card.tsx'
import type { Begun } from '../../drafts/begin.ts'
import { useTitle } from '../../ui/title.ts'
import { Compare } from './compare.tsx'
import { Finish } from './finish.tsx'
import { FiveThings } from './five-things.tsx'
import { Notes } from './notes.tsx'
import { Origin } from './origin.tsx'
import { previewOf } from './preview.ts'
import { usePublish } from './publish.ts'
import { useDraft } from './use-draft.ts'

type Props = {
  heading: string
  lede: string
  begun: Begun
  personId: string
  unit: Unit
  area: Area
  isPublished: boolean
  themeName: (id: string) => string
  onCreated: (id: string) => void
  onFresh: (() => void) | undefined
}

export const HEADING = 'Del et greb'
export const WELCOME = 'Fem ting, cirka fem minutter. Skriv, som I taler. Resten kan vente.'

/** The five things beside the card that they become. */
export const DelEditor = (props: Props) => {
  useTitle(() => props.heading)
  const draft = useDraft({ ...props, autosaves: !props.isPublished })
  const publish = usePublish(draft)
  const wrong = (path: string) => publish.wrongs().find(one => one.path === path)
  const preview = createMemo(() =>
    previewOf(draft.draft().form, { unitId: props.unit.id, areaId: props.area.id, id: draft.draft().id }),
  )
  return (
    <>
      <div class="stack">
        <h1>{props.heading}</h1>
        <p class="lede">{props.lede}</p>
        <Origin id={draft.draft().originId} />
        <Notes draft={draft} found={props.begun.found} onFresh={props.onFresh} />
      </div>
      <Compare draft={draft} unit={props.unit} area={props.area} themeName={props.themeName} />
      <div class="two form">
        <form class="stack roomy" aria-label="Grebet" onSubmit={event => event.preventDefault()}>
          <FiveThings draft={draft} unit={props.unit} area={props.area} wrong={wrong} />
          <Finish
            draft={draft}
            publish={publish}
            unit={props.unit}
            area={props.area}
            isPublished={props.isPublished}
          />
        </form>
        <aside class="facts" aria-label="Sådan ser kortet ud">
          <div class="pinned">
            <h2 class="small muted">Sådan ser kortet ud</h2>
            <Card item={preview()} preview />
          </div>
        </aside>
      </div>
    </>
  )
}
