import '../../components/form/form.css'
import { createAsync, useNavigate, useParams, useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, Show, untrack } from 'solid-js'
import { getSession } from '../../api/session.ts'
import { placeOf } from '../../session/place.ts'
import { NewCard } from './new-card.tsx'
import { OldCard } from './old-card.tsx'

type Target = { id: string | undefined; from: string | undefined; skipsKept: boolean }

/** Del et greb: a new card, or one of ours to go on with. */
export const DelPage = () => {
  const params = useParams<{ id?: string }>()
  const [search] = useSearchParams<{ fra?: string }>()
  const navigate = useNavigate()
  const session = createAsync(() => getSession())
  const [fresh, setFresh] = createSignal(0)
  let own: string | undefined

  /** The same editor stays when its draft gets an address; every other address is another card. */
  const target = createMemo<Target>(before => {
    const { id } = params
    const skipsKept = fresh() > 0
    if (before !== undefined && id !== undefined && id === own) return before
    own = undefined
    return { id, from: untrack(() => search.fra), skipsKept }
  })
  const onCreated = (id: string) => {
    own = id
    navigate(`/del/${id}`, { replace: true, scroll: false, state: { stay: true } })
  }
  const onFresh = () => {
    navigate('/del')
    setFresh(fresh() + 1)
  }
  const place = () => {
    const known = session()
    return known && placeOf(known)
  }
  return (
    <Show when={place()}>
      {place => (
        <Show when={target()} keyed>
          {target => (
            <Show
              when={target.id}
              fallback={
                <NewCard
                  place={place()}
                  from={target.from}
                  skipsKept={target.skipsKept}
                  onCreated={onCreated}
                  onFresh={onFresh}
                />
              }
            >
              {id => <OldCard id={id()} place={place()} />}
            </Show>
          )}
        </Show>
      )}
    </Show>
  )
}
