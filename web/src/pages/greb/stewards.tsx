import { useNavigate } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { forgetLists } from '../../api/fresh.ts'
import {
  deleteInitiative,
  pointAt,
  publishInitiative,
  stopPointing,
  withdrawInitiative,
} from '../../api/initiatives.ts'
import { asProblem } from '../../api/problem.ts'
import { TextField } from '../../components/form/text-field.tsx'
import { checkText, type Wrong } from '../../drafts/check.ts'
import { useHere } from '../../session/here.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import '../../components/form/form.css'

/** What only some may do with a card: its unit, a moderator, a director. Folded away from everybody's eyes. */
export const Stewards = (props: { card: InitiativePage }) => {
  const here = useHere()
  const navigate = useNavigate()
  const [problem, setProblem] = createSignal('')
  const person = () => here().session.person
  const isOwn = () => person().unitId === props.card.unitId
  const isModerator = () => person().roles.includes('moderator')
  const isDirector = () => person().roles.includes('director')
  const { id } = props.card

  const run = async (action: () => Promise<unknown>, leave = false): Promise<void> => {
    setProblem('')
    try {
      await action()
      await forgetLists(id)
      if (leave) navigate('/')
    } catch (error) {
      setProblem(asProblem(error).message)
    }
  }
  const status = () => props.card.status
  return (
    <div class="stack stewards">
      <Show when={isDirector() && status() === 'published'}>
        <Reason
          open={props.card.spotlight ? 'Skriv en ny begrundelse' : 'Fremhæv kortet'}
          label="Hvorfor peger du på det?"
          send="Fremhæv"
          onSend={reason => run(() => pointAt(id, reason))}
        />
        <Show when={props.card.spotlight}>
          <button class="button quiet" type="button" onClick={() => void run(() => stopPointing(id))}>
            Fremhæv det ikke længere
          </button>
        </Show>
      </Show>
      <Show when={(isOwn() || isModerator()) && status() === 'published'}>
        <Reason
          open="Træk kortet tilbage"
          label="Hvorfor trækker I det tilbage?"
          send="Træk tilbage"
          onSend={reason => run(() => withdrawInitiative(id, reason))}
        />
      </Show>
      <Show when={isOwn() && status() === 'withdrawn'}>
        <button class="button" type="button" onClick={() => void run(() => publishInitiative(id))}>
          Udgiv det igen
        </button>
      </Show>
      <Show when={isModerator() && status() !== 'draft'}>
        <Confirm
          ask="Slet for altid"
          sure="Slet"
          keep="Behold"
          onSure={() => void run(() => deleteInitiative(id), true)}
        >
          Kortet og alt, der hænger på det, forsvinder og kan ikke hentes igen.
        </Confirm>
      </Show>
      <p class="muted small" role="alert">
        {problem()}
      </p>
    </div>
  )
}

const Reason = (props: {
  open: string
  label: string
  send: string
  onSend: (reason: string) => Promise<void>
}) => {
  const [reason, setReason] = createSignal('')
  const [wrong, setWrong] = createSignal<Wrong>()
  const write = (text: string) => {
    setReason(text)
    setWrong(checkText('reason', text, LIMITS.reason, false))
  }
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (reason().trim() === '') setWrong({ path: 'reason', message: 'Skriv en sætning.' })
    else if (!wrong()) await props.onSend(reason())
  }
  return (
    <details>
      <summary class="button quiet">{props.open}</summary>
      <form class="stack" onSubmit={event => void send(event)}>
        <TextField
          label={props.label}
          value={reason()}
          max={LIMITS.reason}
          lines
          wrong={wrong()}
          onText={write}
        />
        <button class="button" type="submit">
          {props.send}
        </button>
      </form>
    </details>
  )
}
