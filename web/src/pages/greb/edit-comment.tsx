import { createSignal } from 'solid-js'
import type { Comment } from '#shared/contract/comment.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { patchComment } from '../../api/comments.ts'
import { asProblem } from '../../api/problem.ts'
import { TextField } from '../../components/form/text-field.tsx'
import { checkText, type Wrong } from '../../drafts/check.ts'

/** Mending one's own comment, in its place. */
export const EditComment = (props: {
  comment: Comment
  cardId: string
  onDone: (edited?: Comment) => void
}) => {
  const [text, setText] = createSignal(props.comment.text)
  const [wrong, setWrong] = createSignal<Wrong>()
  const write = (value: string) => {
    setText(value)
    setWrong(checkText('text', value, LIMITS.comment, false))
  }
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (wrong()) return
    try {
      props.onDone(await patchComment(props.cardId, props.comment.id, text()))
    } catch (error) {
      const problem = asProblem(error)
      setWrong({ path: 'text', message: problem.fields[0]?.message ?? problem.message })
    }
  }
  return (
    <form class="stack" onSubmit={event => void save(event)}>
      <TextField
        label="Ret din kommentar"
        value={text()}
        max={LIMITS.comment}
        lines
        wrong={wrong()}
        onText={write}
      />
      <div class="actions">
        <button class="button primary" type="submit">
          Gem
        </button>
        <button class="button quiet" type="button" onClick={() => props.onDone()}>
          Fortryd
        </button>
      </div>
    </form>
  )
}
