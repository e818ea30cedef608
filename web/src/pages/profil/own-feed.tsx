import { createSignal, Show } from 'solid-js'
import type { FeedAddresses } from '#shared/contract/feed.ts'
import type { Person } from '#shared/contract/person.ts'
import { makeFeed, revokeFeed } from '../../api/feed.ts'
import { asProblem } from '../../api/problem.ts'
import { longDate } from '../../components/words/dates.ts'

/** The newest cards in the intranet or a news reader, at an address that one can take back. */
export const OwnFeed = (props: { person: Person }) => {
  const [made, setMade] = createSignal<FeedAddresses>()
  const [message, setMessage] = createSignal('')
  const run = async (action: () => Promise<FeedAddresses | undefined>): Promise<void> => {
    setMessage('')
    try {
      setMade(await action())
    } catch (error) {
      setMessage(`Det lykkedes ikke. ${asProblem(error).message}`)
    }
  }
  const revoke = () =>
    run(async () => {
      await revokeFeed()
      return undefined
    })
  return (
    <section class="stack" aria-labelledby="egen-adresse">
      <div>
        <h2 id="egen-adresse">Nye greb på intranettet</h2>
        <p class="muted">
          Få en adresse med nye og fremhævede greb til intranettet eller en nyhedslæser. Den, der har
          adressen, ser det, du må se. Del den ikke.
        </p>
      </div>
      <Show when={made()}>
        {made => (
          <div class="stack" role="status">
            <p>Her er adressen. Den vises kun nu, og den virker i et år.</p>
            <Address label="Atom" path={made().atom} />
            <Address label="JSON Feed" path={made().json} />
          </div>
        )}
      </Show>
      <Show when={props.person.feedSince}>
        {since => <p class="muted small">Du har en adresse fra {longDate(since())}. En ny afløser den.</p>}
      </Show>
      <div class="actions">
        <button class="button" type="button" onClick={() => void run(makeFeed)}>
          {props.person.feedSince ? 'Lav en ny adresse' : 'Lav en adresse'}
        </button>
        <Show when={props.person.feedSince}>
          <button class="button quiet" type="button" onClick={() => void revoke()}>
            Luk adressen
          </button>
        </Show>
      </div>
      <p role="alert">{message()}</p>
    </section>
  )
}

const Address = (props: { label: string; path: string }) => (
  <label class="field">
    {props.label}
    <input
      class="input"
      type="text"
      readonly
      value={`${location.origin}${props.path}`}
      onFocus={event => event.currentTarget.select()}
    />
  </label>
)
