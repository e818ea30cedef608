import { revalidate } from '@solidjs/router'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { Hidden } from '#shared/contract/hidden.ts'
import type { Target } from '#shared/contract/moderation.ts'
import type { Author } from '#shared/contract/person.ts'
import { forgetLists } from '../../api/fresh.ts'
import { getInitiative } from '../../api/initiatives.ts'
import { answerHiding, hideText, reportText, showText } from '../../api/moderation.ts'
import { asProblem } from '../../api/problem.ts'
import { SayWhy } from '../../components/form/say-why.tsx'
import { useHere } from '../../session/here.tsx'

const ByModerator = lazy(async () => ({ default: (await import('./by-moderator.tsx')).ByModerator }))

type Props = {
  target: Target
  author: Author
  /** "kortet", "kommentaren", "erfaringen" */
  what: string
  /** Which, where there are several: "fra Karin Holm" */
  which?: string
  hidden: Hidden | undefined
  /** Whether the reader wrote it, or belongs to the unit that did. */
  isTheirs: boolean
}

/** What one can do about a text: tell the moderators; as one of them, hide it and say why; as its author, answer. */
export const AboutText = (props: Props) => {
  const here = useHere()
  const [said, setSaid] = createSignal('')
  const person = () => here().session.person
  const isModerator = () => person().roles.includes('moderator')
  let key = crypto.randomUUID()
  /** Beside one of several texts the eye sees which; the ear is told. */
  const asks = (verb: string) =>
    props.which ? { ask: verb, of: `${props.what} ${props.which}` } : { ask: `${verb} ${props.what}` }
  const again = async (): Promise<void> => {
    await forgetLists(props.target.initiativeId)
    await revalidate(getInitiative.keyFor(props.target.initiativeId))
  }
  const show = async (): Promise<void> => {
    try {
      await showText(props.target)
      await again()
    } catch (error) {
      setSaid(asProblem(error).message)
    }
  }
  return (
    <div class="about">
      <Show when={props.hidden}>
        {hidden => (
          <div class="note stack">
            <p>
              <b>En moderator har skjult {props.what}.</b> {hidden().reason}
            </p>
            <Show when={hidden().answer}>{answer => <p>Svar: {answer()}</p>}</Show>
            <Show when={props.isTheirs}>
              <SayWhy
                ask="Svar moderatoren"
                send="Send svaret"
                label="Dit svar til moderatoren"
                onSend={answer => answerHiding(props.target, answer).then(again)}
              />
            </Show>
            <Show when={isModerator()}>
              <div>
                <button class="button quiet" type="button" onClick={() => void show()}>
                  Vis {props.what} igen
                </button>
              </div>
            </Show>
          </div>
        )}
      </Show>
      <div class="actions own">
        <Show when={!props.hidden}>
          <Show when={isModerator()}>
            <SayWhy
              {...asks('Skjul')}
              send="Skjul"
              label="Hvorfor skal det skjules?"
              hint="Den, der skrev det, læser dine ord og kan svare. Vis det igen, når det er rettet."
              onSend={reason => hideText(props.target, reason).then(again)}
            />
          </Show>
          <Show when={!props.isTheirs && person().unitId !== undefined}>
            <SayWhy
              {...asks('Anmeld')}
              send="Send til moderatorerne"
              label="Hvad er der galt?"
              hint="Fx at en borger kan kendes. Kun moderatorerne ser det, og ingen mister noget, før de har set på det."
              onSend={async reason => {
                await reportText(props.target, reason, key)
                // What is reported after that is another report.
                key = crypto.randomUUID()
                setSaid('Tak. Moderatorerne ser på det. Du kan læse svaret under Om dine data.')
              }}
            />
          </Show>
        </Show>
        <Show when={isModerator()}>
          <Suspense>
            <ByModerator target={props.target} author={props.author} me={person().id} onChange={again} />
          </Suspense>
        </Show>
      </div>
      <p role="status" class="muted small">
        {said()}
      </p>
    </div>
  )
}
