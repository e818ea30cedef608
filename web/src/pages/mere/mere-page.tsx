import '../../components/form/form.css'
import { createAsync, useParams } from '@solidjs/router'
import { Show, untrack } from 'solid-js'
import type { InitiativeView } from '#shared/contract/initiative.ts'
import { getInitiative } from '../../api/initiatives.ts'
import { getSession } from '../../api/session.ts'
import { beginFrom } from '../../drafts/begin.ts'
import { browserStorage, deviceDrafts } from '../../drafts/device.ts'
import { placeOf } from '../../session/place.ts'
import { NotOurs } from '../del/not-ours.tsx'
import { Steps } from './steps.tsx'

/** The optional questions, one at a time. */
export const MerePage = () => {
  const params = useParams<{ id: string }>()
  const session = createAsync(() => getSession())
  const card = createAsync(() => getInitiative(params.id))
  return (
    <Show when={session()}>
      {session => (
        <Show when={card()}>
          {card => {
            const { person, unit, area, themeName } = placeOf(session())
            const first: InitiativeView = untrack(card)
            const isOurs =
              unit && area && 'lineage' in first && first.unitId === unit.id && first.status !== 'withdrawn'
            if (!isOurs) return <NotOurs id={first.id} />
            const begun = beginFrom(first, deviceDrafts(browserStorage(), person.id))
            return (
              <Steps
                begun={begun}
                personId={person.id}
                unit={unit}
                area={area}
                themeName={themeName}
                taxonomy={session().taxonomy}
                isPublished={first.status === 'published'}
              />
            )
          }}
        </Show>
      )}
    </Show>
  )
}
