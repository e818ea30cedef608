import { createSignal, Show } from 'solid-js'
import type { Comment } from '#shared/contract/comment.ts'
import { COMMENT_LABELS } from '#shared/rules/labels.ts'
import { deleteComment } from '../../api/comments.ts'
import { forgetLists } from '../../api/fresh.ts'
import { asProblem } from '../../api/problem.ts'
import { Prose } from '../../components/prose.tsx'
import { longDate } from '../../components/words/dates.ts'
import { useHere } from '../../session/here.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AboutText } from './about-text.tsx'
import { EditComment } from './edit-comment.tsx'

/** One comment, signed. Its author may mend or delete it. */
export const Said = (props: { comment: Comment; cardId: string }) => {
  const here = useHere()
  const [mended, setMended] = createSignal<Comment>()
  const comment = () => {
    const mine = mended()
    return mine && mine.version >= props.comment.version ? mine : props.comment
  }
  const [edits, setEdits] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const author = () => comment().author
  const person = () => here().session.person
  const isMine = () => author().personId === person().id
  const mayDelete = () => isMine() || person().roles.includes('moderator')
  const unit = () => here().organisation.unitName(author().unitId) ?? ''
  const remove = async (): Promise<void> => {
    try {
      await deleteComment(props.cardId, comment().id)
      await forgetLists(props.cardId)
    } catch (error) {
      setProblem(asProblem(error).message)
    }
  }
  return (
    <article id={comment().id}>
      <Show when={!comment().deleted} fallback={<p class="muted">Kommentaren er slettet.</p>}>
        <p class="meta">
          <b>{author().name}</b>
          <span>{[author().title, unit()].filter(Boolean).join(', ')}</span>
        </p>
        <p class="meta">
          <span class="said">
            <Icon name={comment().kind} />
            {COMMENT_LABELS[comment().kind]}
          </span>
          <time datetime={comment().createdAt}>{longDate(comment().createdAt)}</time>
          <Show when={comment().updatedAt !== comment().createdAt}>
            <span>rettet</span>
          </Show>
        </p>
        <div class="words">
          <Show when={edits()} fallback={<Prose text={comment().text} />}>
            <EditComment
              comment={comment()}
              cardId={props.cardId}
              onDone={edited => {
                if (edited) setMended(edited)
                setEdits(false)
              }}
            />
          </Show>
          <Show when={mayDelete() && !edits()}>
            <div class="actions own">
              <Show when={isMine()}>
                <button class="button quiet" type="button" onClick={() => setEdits(true)}>
                  Ret
                </button>
              </Show>
              <Confirm ask="Slet" sure="Slet kommentaren" keep="Behold den" onSure={() => void remove()}>
                Skal kommentaren slettes?
              </Confirm>
            </div>
          </Show>
          <Show when={!edits()}>
            <AboutText
              target={{ initiativeId: props.cardId, commentId: comment().id }}
              author={comment().author}
              what="kommentaren"
              which={`fra ${author().name}`}
              hidden={comment().hidden}
              isTheirs={isMine()}
            />
          </Show>
          <p role="alert" class="muted small">
            {problem()}
          </p>
        </div>
      </Show>
    </article>
  )
}
