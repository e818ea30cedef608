import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { forgetLists } from '../../api/fresh.ts'
import { publishInitiative } from '../../api/initiatives.ts'
import { asProblem } from '../../api/problem.ts'

/** A card that was taken back must be out again before it can be corrected. */
export const Withdrawn = (props: { card: InitiativePage }) => {
  const navigate = useNavigate()
  const [message, setMessage] = createSignal('')
  const publishAgain = async () => {
    setMessage('')
    try {
      await publishInitiative(props.card.id)
      await forgetLists(props.card.id)
      navigate(`/greb/${props.card.id}`, { state: { said: 'published' } })
    } catch (error) {
      setMessage(asProblem(error).message)
    }
  }
  return (
    <div class="state">
      <h1>{props.card.title}</h1>
      <p>
        I har trukket kortet tilbage
        <Show when={props.card.withdrawnReason}>: »{props.card.withdrawnReason}«</Show>. Udgiv det igen, hvis
        I vil rette det.
      </p>
      <div class="actions">
        <button class="button primary" type="button" onClick={() => void publishAgain()}>
          Udgiv det igen
        </button>
        <a class="button quiet" href="/enhed">
          Til Vores enhed
        </a>
      </div>
      <p role="alert">{message()}</p>
    </div>
  )
}
