import { createSignal, Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { forgetLists } from '../../api/fresh.ts'
import { setReaction } from '../../api/initiatives.ts'
import { asProblem } from '../../api/problem.ts'

/** "Det inspirerer mig": answers at once, and goes honestly back when it did not land. */
export const Inspires = (props: { card: InitiativePage }) => {
  const [pressed, setPressed] = createSignal(props.card.reacted)
  const [problem, setProblem] = createSignal('')
  const others = () => props.card.counts.reactions - (props.card.reacted ? 1 : 0)
  const toggle = async (): Promise<void> => {
    const next = !pressed()
    setPressed(next)
    setProblem('')
    try {
      await setReaction(props.card.id, next)
      await forgetLists(props.card.id)
    } catch (error) {
      setPressed(!next)
      setProblem(asProblem(error).message)
    }
  }
  const count = () => others() + (pressed() ? 1 : 0)
  return (
    <>
      <button class="button" type="button" aria-pressed={pressed()} onClick={() => void toggle()}>
        Det inspirerer mig
      </button>
      <p class="muted small" role="status">
        <Show
          when={problem()}
          fallback={count() === 0 ? '' : count() === 1 ? '1 er inspireret.' : `${count()} er inspireret.`}
        >
          <span>Det blev ikke gemt. {problem()}</span>
        </Show>
      </p>
    </>
  )
}
