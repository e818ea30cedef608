import { createSignal, Show } from 'solid-js'
import type { Target } from '#shared/contract/moderation.ts'
import type { Author } from '#shared/contract/person.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { blockPerson, endSessions, erasePerson, redactText, unblockPerson } from '../../api/moderation.ts'
import { asProblem } from '../../api/problem.ts'
import { SayWhy } from '../../components/form/say-why.tsx'
import { TextField } from '../../components/form/text-field.tsx'
import { checkText } from '../../drafts/check.ts'
import { Confirm } from '../../ui/confirm.tsx'

type Props = {
  target: Target
  author: Author
  /** The moderator's own id: nobody shuts themselves out. */
  me: string
  onChange: () => Promise<void>
}

/** What a moderator may do beside hiding a text: take words out of it for good, and see to who wrote it. */
export const ByModerator = (props: Props) => (
  <details>
    <summary class="button quiet">Mere</summary>
    <div class="stack">
      <Redact target={props.target} onChange={props.onChange} />
      <Show when={props.author.personId !== props.me && props.author.personId}>
        {personId => <Standing personId={personId()} name={props.author.name} />}
      </Show>
    </div>
  </details>
)

/** Words that must go wherever the text has them, and are kept nowhere. */
const Redact = (props: Pick<Props, 'target' | 'onChange'>) => {
  const [words, setWords] = createSignal('')
  const wrong = () => checkText('words', words(), LIMITS.summary, false)
  return (
    <SayWhy
      ask="Fjern ord for altid"
      send="Fjern ordene"
      label="Hvorfor skal de væk?"
      hint="Ordene bliver til [fjernet] overalt i teksten og gemmes ingen steder. Din begrundelse kan læses af dem, der skrev dem."
      before={
        <TextField
          label="Hvilke ord, præcis som de står"
          value={words()}
          max={LIMITS.summary}
          wrong={wrong()}
          onText={setWords}
        />
      }
      onSend={async reason => {
        await redactText(props.target, words(), reason)
        setWords('')
        await props.onChange()
      }}
    />
  )
}

/** Whether somebody may come in. */
const Standing = (props: { personId: string; name: string }) => {
  const [said, setSaid] = createSignal('')
  const act = async (work: Promise<unknown>, done: string): Promise<void> => {
    try {
      await work
      setSaid(done)
    } catch (error) {
      setSaid(asProblem(error).message)
    }
  }
  const { personId } = props
  return (
    <fieldset class="stack">
      <legend>{props.name}</legend>
      <SayWhy
        ask="Spær adgangen"
        send="Spær"
        label="Hvorfor spærres adgangen?"
        hint="Det virker inden for et minut. Det, personen har skrevet, bliver stående."
        onSend={async reason => {
          await blockPerson(personId, reason)
          setSaid('Adgangen er spærret.')
        }}
      />
      <div class="actions">
        <button
          class="button quiet"
          type="button"
          onClick={() => void act(unblockPerson(personId), 'Adgangen er åben.')}
        >
          Åbn adgangen igen
        </button>
        <button
          class="button quiet"
          type="button"
          onClick={() => void act(endSessions(personId), 'Personen er logget ud overalt.')}
        >
          Log ud overalt
        </button>
      </div>
      <Confirm
        ask="Slet en, der er stoppet"
        sure="Slet personen"
        keep="Behold"
        onSure={() => void act(erasePerson(personId), 'Navn og profil forsvinder inden for et døgn.')}
      >
        Navn og profil forsvinder overalt inden for et døgn. Enhedens kort og det skrevne bliver stående.
      </Confirm>
      <p role="status" class="muted small">
        {said()}
      </p>
    </fieldset>
  )
}
