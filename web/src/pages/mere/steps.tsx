import { useNavigate, useSearchParams } from '@solidjs/router'
import { createEffect, on, Show } from 'solid-js'
import type { Area, Unit } from '#shared/contract/organisation.ts'
import type { Taxonomy } from '#shared/contract/taxonomy.ts'
import { forgetLists } from '../../api/fresh.ts'
import type { Begun } from '../../drafts/begin.ts'
import { fieldOfPath } from '../../drafts/card-fields.ts'
import { Compare } from '../del/compare.tsx'
import { controlId } from '../del/labels.ts'
import { SaveLine } from '../del/save-line.tsx'
import { useDraft } from '../del/use-draft.ts'
import { AllQuestions } from './all-questions.tsx'
import { Answer } from './answer.tsx'
import { isAnswered, QUESTIONS, stepOf } from './questions.ts'

type Props = {
  begun: Begun
  personId: string
  unit: Unit
  area: Area
  taxonomy: Taxonomy
  themeName: (id: string) => string
  isPublished: boolean
}

/** One question in sight; what is said is saved when one goes on, and nothing has to be. */
export const Steps = (props: Props) => {
  const draft = useDraft({ ...props, autosaves: !props.isPublished })
  const [search] = useSearchParams<{ trin?: string }>()
  const navigate = useNavigate()
  const step = () => stepOf(search.trin)
  const question = () => QUESTIONS[step() - 1] ?? QUESTIONS[0]
  const answered = () => isAnswered(question(), draft.draft().form)
  const isLast = () => step() === QUESTIONS.length
  const address = (to: number) => `/del/${draft.draft().id}/mere?trin=${to}`
  const back = () => (props.isPublished ? `/greb/${draft.draft().id}` : `/del/${draft.draft().id}`)
  let heading: HTMLHeadingElement | undefined
  createEffect(on(step, () => heading?.focus(), { defer: true }))

  const save = async (): Promise<boolean> => {
    const here: readonly string[] = question().fields
    const wrong = draft.draft().wrongs.find(one => here.includes(fieldOfPath(one.path) ?? ''))
    if (wrong) {
      document.getElementById(controlId(wrong.path))?.focus()
      return false
    }
    await draft.save()
    return draft.draft().conflict === undefined
  }
  const goOn = async () => {
    if (!(await save())) return
    if (!isLast()) return navigate(address(step() + 1))
    const { id } = draft.draft()
    if (id !== undefined) await forgetLists(id)
    navigate(back(), { state: props.isPublished ? { said: 'changed' } : undefined })
  }
  return (
    <>
      <div class="stack">
        <h1>Fortæl mere om grebet</h1>
        <p class="lede">{draft.draft().form.texts.title}</p>
        <p class="muted">Spring over, hvad I vil. I kan altid komme tilbage.</p>
      </div>
      <Compare draft={draft} unit={props.unit} area={props.area} themeName={props.themeName} />
      <div class="two form">
        <form class="stack roomy" aria-labelledby="spoergsmaal" onSubmit={event => event.preventDefault()}>
          <div class="stack">
            <p class="tag" id="trin">
              {step()} af {QUESTIONS.length}
            </p>
            <h2 id="spoergsmaal" ref={heading} tabindex="-1" aria-describedby="trin">
              {question().title}
            </h2>
          </div>
          <Answer draft={draft} question={question()} taxonomy={props.taxonomy} />
          <div class="stack">
            <div class="actions">
              <button class="button primary" type="button" onClick={() => void goOn()}>
                {isLast() ? 'Gem, og bliv færdig' : answered() ? 'Gem, og gå videre' : 'Spring over'}
              </button>
              <Show when={step() > 1}>
                <a class="button" href={address(step() - 1)}>
                  Tilbage
                </a>
              </Show>
              <a class="button quiet" href={back()}>
                {props.isPublished ? 'Til kortet' : 'Til kladden'}
              </a>
            </div>
            <SaveLine draft={draft} />
          </div>
        </form>
        <AllQuestions form={draft.draft().form} step={step()} address={address} />
      </div>
    </>
  )
}
