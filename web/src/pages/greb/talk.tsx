import { useLocation } from '@solidjs/router'
import { batch, createEffect, createSignal, For, on, Show } from 'solid-js'
import type { Comment, Comments } from '#shared/contract/comment.ts'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { getComments } from '../../api/comments.ts'
import { forgetLists } from '../../api/fresh.ts'
import { asProblem } from '../../api/problem.ts'
import { useHere } from '../../session/here.tsx'
import { Said } from './said.tsx'
import { WriteComment } from './write-comment.tsx'

/** What has not changed stays as it is on the page, and with it the answer that somebody is writing there. */
const same = (before: readonly Comment[], { id, version, deleted }: Comment): Comment | undefined =>
  before.find(one => one.id === id && one.version === version && one.deleted === deleted)

/** Questions and answers, oldest first; replies under what they answer. */
export const Talk = (props: { card: InitiativePage }) => {
  const here = useHere()
  const [items, setItems] = createSignal<readonly Comment[]>([])
  const [next, setNext] = createSignal<string>()
  const [problem, setProblem] = createSignal('')
  /** A page in its place among what has come; of the first, nothing stands before it. */
  const take = ({ items: fresh, nextCursor }: Comments, from = fresh[0]?.id ?? ''): void => {
    const last = fresh.at(-1)?.id ?? ''
    batch(() => {
      setItems(before => [
        ...before.filter(({ id }) => id < from),
        ...fresh.map(comment => same(before, comment) ?? comment),
        ...(nextCursor === undefined ? [] : before.filter(({ id }) => id > last)),
      ])
      setNext(nextCursor)
    })
  }
  /** The next page, and on to the one that has `until`. */
  const more = async (until = ''): Promise<void> => {
    const cursor = next()
    if (cursor === undefined) return
    try {
      const page = await getComments(props.card.id, cursor)
      // Somebody else was given it meanwhile.
      if (next() !== cursor) return
      take(page)
      if ((page.items.at(-1)?.id ?? until) < until) await more(until)
    } catch (error) {
      setProblem(asProblem(error).message)
    }
  }
  createEffect(
    on(
      () => props.card.comments,
      comments => {
        if (items()[0]?.initiativeId !== props.card.id) setItems([])
        const newest = items().at(-1)?.id ?? ''
        take(comments, '')
        // What had come beyond the first page is read anew too.
        if (newest > (comments.items.at(-1)?.id ?? '')) void more(newest)
      },
    ),
  )
  const isOut = () => props.card.status === 'published'
  const replies = (id: string) => items().filter(item => item.replyTo === id)
  const roots = () => items().filter(item => !item.replyTo || !items().some(one => one.id === item.replyTo))
  const unit = () => here().organisation.unitName(props.card.unitId) ?? 'enheden'
  const written = (comment: Comment) => {
    setItems(before => [...before.filter(one => one.id !== comment.id), comment])
    void forgetLists(props.card.id)
  }
  const location = useLocation()
  /** The comment that the address names, while it is not among those that have come. */
  const sought = () => {
    const id = location.hash.slice(1)
    return id.startsWith('com_') && !items().some(item => item.id === id)
  }
  createEffect(() => {
    if (next() !== undefined && sought()) void more()
  })
  return (
    <Show when={props.card.status !== 'draft'}>
      <section class="stack" aria-labelledby="snak">
        <h2 id="snak">Spørgsmål og svar</h2>
        <div class="sheet">
          <Show
            when={items().length > 0}
            fallback={
              <p class="muted">Ingen har skrevet endnu. Spørg om det, I vil vide, før I går i gang.</p>
            }
          >
            <ol class="talk">
              <For each={roots()}>
                {root => (
                  <li>
                    <Said comment={root} cardId={props.card.id} />
                    <Show when={replies(root.id).length > 0}>
                      <ol>
                        <For each={replies(root.id)}>
                          {reply => (
                            <li>
                              <Said comment={reply} cardId={props.card.id} />
                            </li>
                          )}
                        </For>
                      </ol>
                    </Show>
                    <Show when={isOut() && !root.deleted}>
                      <Reply root={root} cardId={props.card.id} onWritten={written} />
                    </Show>
                  </li>
                )}
              </For>
            </ol>
          </Show>
          <Show when={next()}>
            <p>
              <button class="button" type="button" onClick={() => void more()}>
                Vis flere kommentarer
              </button>
            </p>
          </Show>
          <p role="alert" class="muted small">
            {problem()}
          </p>
          {/* What is being written stays with its card when one goes on to another. */}
          <Show when={isOut() && props.card.id} keyed>
            <WriteComment
              cardId={props.card.id}
              label={`Skriv til ${unit()}`}
              kind="question"
              onWritten={written}
            />
          </Show>
        </div>
      </section>
    </Show>
  )
}

const Reply = (props: { root: Comment; cardId: string; onWritten: (comment: Comment) => void }) => {
  const [open, setOpen] = createSignal(false)
  const first = () => props.root.author.name.split(' ', 1)[0]
  return (
    <Show
      when={open()}
      fallback={
        <p>
          <button class="button quiet" type="button" onClick={() => setOpen(true)}>
            Svar {first()}
          </button>
        </p>
      }
    >
      <WriteComment
        cardId={props.cardId}
        label={`Svar ${first()}`}
        kind="experience"
        replyTo={props.root.id}
        onWritten={comment => {
          setOpen(false)
          props.onWritten(comment)
        }}
        onClose={() => setOpen(false)}
      />
    </Show>
  )
}
