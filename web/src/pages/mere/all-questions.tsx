import { For } from 'solid-js'
import type { CardForm } from '../../drafts/card-form.ts'
import { isAnswered, QUESTIONS } from './questions.ts'

type Props = { form: CardForm; step: number; address: (step: number) => string }

/** The way to any question, with what is answered. */
export const AllQuestions = (props: Props) => (
  <nav class="facts" aria-label="Alle spørgsmål">
    <div class="pinned">
      <h2 class="small muted">Alle spørgsmål</h2>
      <ol class="rows">
        <For each={QUESTIONS}>
          {(one, index) => (
            <li>
              <span class="muted">{index() + 1}</span>
              <p>
                <a
                  href={props.address(index() + 1)}
                  aria-current={index() + 1 === props.step ? 'step' : undefined}
                >
                  {one.title}
                </a>
                <br />
                <span class="muted small">
                  {isAnswered(one, props.form) ? 'Besvaret' : 'Ikke besvaret endnu'}
                </span>
              </p>
            </li>
          )}
        </For>
      </ol>
    </div>
  </nav>
)
