import { createSignal, Show } from 'solid-js'
import type { Comment } from '#shared/contract/comment.ts'
import { COMMENT_LABELS } from '#shared/rules/labels.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { COMMENT_KINDS, type CommentKind } from '#shared/rules/vocabulary.ts'
import { createComment } from '../../api/comments.ts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import { signInAddress } from '../../api/session.ts'
import { TextField } from '../../components/form/text-field.tsx'
import { checkText, type Wrong } from '../../drafts/check.ts'
import { browserStorage, dropFromDevice, keepOnDevice, readFromDevice } from '../../drafts/device.ts'
import { isRecord, textOf } from '../../drafts/parse.ts'
import { useHere } from '../../session/here.tsx'
import { Pick } from '../../ui/pick.tsx'
import '../../components/form/form.css'

type Props = {
  cardId: string
  label: string
  kind: CommentKind
  replyTo?: string
  onWritten: (comment: Comment) => void
  onClose?: () => void
}

const KINDS = COMMENT_KINDS.map(value => ({ value, label: COMMENT_LABELS[value] }))
const kindOf = (value: string): CommentKind | undefined => COMMENT_KINDS.find(kind => kind === value)

/** A comment on its way. What is typed stays on the device until it has arrived; the same key never makes two. */
export const WriteComment = (props: Props) => {
  const here = useHere()
  const storage = browserStorage()
  const place = `comment:${here().session.person.id}:${props.replyTo ?? props.cardId}`
  const found = readFromDevice(storage, place)
  const kept = isRecord(found) ? found : {}
  const [text, setText] = createSignal(textOf(kept.text))
  const [kind, setKind] = createSignal<CommentKind>(kindOf(textOf(kept.kind)) ?? props.kind)
  const [vouched, setVouched] = createSignal(false)
  const [wrong, setWrong] = createSignal<Wrong>()
  const [problem, setProblem] = createSignal<ApiProblem>()
  const [busy, setBusy] = createSignal(false)
  let key = textOf(kept.key) || crypto.randomUUID()
  let sent = textOf(kept.sent)

  const keep = () => {
    if (text() === '' || wrong()?.cpr) dropFromDevice(storage, place)
    else keepOnDevice(storage, place, { text: text(), kind: kind(), key, sent })
  }
  const write = (value: string) => {
    setText(value)
    setWrong(checkText('text', value, LIMITS.comment, vouched()))
    keep()
  }
  const vouch = () => {
    setVouched(true)
    write(text())
  }

  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (busy()) return
    if (text().trim() === '') return void setWrong({ path: 'text', message: 'Skriv noget først.' })
    if (wrong()) return
    const body = { kind: kind(), text: text(), replyTo: props.replyTo }
    const said = JSON.stringify(body)
    // Another text is another comment, unless the first try may still be on its way with these very words.
    if (sent !== '' && sent !== said) key = crypto.randomUUID()
    sent = said
    keep()
    setBusy(true)
    setProblem(undefined)
    try {
      const comment = await createComment(props.cardId, body, key, vouched())
      key = crypto.randomUUID()
      sent = ''
      setText('')
      dropFromDevice(storage, place)
      props.onWritten(comment)
    } catch (error) {
      const problem = asProblem(error)
      const [field] = problem.fields
      if (field) setWrong({ path: 'text', message: field.message })
      else setProblem(problem)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form class="stack write" onSubmit={event => void send(event)}>
      <TextField
        label={props.label}
        hint="Dit navn står ved. Skriv ikke om borgere, så de kan kendes."
        value={text()}
        max={LIMITS.comment}
        lines
        wrong={wrong()}
        onText={write}
        onVouch={vouch}
      />
      <div role="alert">
        <Show when={problem()}>
          {problem => (
            <div class="note wrong">
              <p>
                <b>
                  {problem().code === 'unauthenticated' ? 'Du er logget ud.' : 'Kommentaren blev ikke sendt.'}
                </b>{' '}
                Det, du skrev, er gemt her. {problem().code === 'unauthenticated' ? '' : problem().message}
              </p>
              <Show when={problem().code === 'unauthenticated'}>
                <a class="button" href={signInAddress()} rel="external">
                  Log ind igen
                </a>
              </Show>
            </div>
          )}
        </Show>
      </div>
      <div class="actions">
        <Pick
          label="Hvad slags kommentar er det?"
          name="kind"
          value={kind()}
          options={KINDS}
          boxed
          onPick={value => {
            setKind(kindOf(value) ?? props.kind)
            keep()
          }}
        />
        <button class="button primary" type="submit" aria-busy={busy()}>
          {busy() ? 'Sender …' : 'Send'}
        </button>
        <Show when={props.onClose}>
          {close => (
            <button class="button quiet" type="button" onClick={() => close()()}>
              Ikke nu
            </button>
          )}
        </Show>
      </div>
    </form>
  )
}
