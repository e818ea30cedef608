import { For, type JSX, Show } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { EVIDENCE_LABELS } from '#shared/rules/labels.ts'
import { Prose } from '../../components/prose.tsx'
import { useHere } from '../../session/here.tsx'

const Section = (props: { heading: string; children: JSX.Element }) => (
  <section>
    <h2>{props.heading}</h2>
    {props.children}
  </section>
)

const Ticks = (props: { items: readonly string[]; loose?: boolean }) => (
  <ul class="ticks" classList={{ loose: props.loose }}>
    <For each={props.items}>{item => <li>{item}</li>}</For>
  </ul>
)

/** On paper only its first lines: a card is one page, and the rest is at its address. */
const AtLength = (props: { text: string }) => (
  <div class="at-length">
    <Prose text={props.text} />
  </div>
)

/** So many characters of text fill a sheet of paper as they are. */
const SHEETFUL = 2500
const isLong = ({ challenge, action, effect, lessons, fits, doesNotFit }: InitiativePage): boolean =>
  [challenge, action, effect?.text, lessons, fits, doesNotFit].join('').length > SHEETFUL

/** What the unit wrote, question by question. */
export const Sheet = (props: { card: InitiativePage }) => {
  const here = useHere()
  const themes = () =>
    here()
      .session.taxonomy.groups.flatMap(group => group.themes)
      .filter(theme => props.card.themes.includes(theme.id))
  return (
    <div class="sheet" classList={{ long: isLong(props.card) }} id="kort">
      <Show when={props.card.challenge}>
        {text => (
          <Section heading="Hvad var bøvlet?">
            <AtLength text={text()} />
          </Section>
        )}
      </Show>
      <Show when={props.card.action}>
        {text => (
          <Section heading="Hvad gør vi nu?">
            <AtLength text={text()} />
          </Section>
        )}
      </Show>
      <Show when={props.card.core.length + props.card.adaptable.length > 0}>
        <div class="pair">
          <Show when={props.card.core.length > 0}>
            <Section heading="Kernen: det skal med">
              <Ticks items={props.card.core} />
            </Section>
          </Show>
          <Show when={props.card.adaptable.length > 0}>
            <Section heading="Det kan I tilpasse">
              <Ticks items={props.card.adaptable} loose />
            </Section>
          </Show>
        </div>
      </Show>
      <Show when={props.card.effect}>
        {effect => (
          <Section heading="Hvad kom der ud af det?">
            <AtLength text={effect().text} />
            <Show when={effect().evidence}>
              {evidence => <p class="muted">{EVIDENCE_LABELS[evidence()]}</p>}
            </Show>
          </Section>
        )}
      </Show>
      <Show when={props.card.lessons}>
        {text => (
          <Section heading="Hvis vi skulle gøre det igen">
            <AtLength text={text()} />
          </Section>
        )}
      </Show>
      <Show when={props.card.removed}>
        {removed => (
          <Section heading="Det slap vi for">
            <p class="struck">{removed().what}</p>
            <Show when={removed().owner}>{owner => <p class="muted">Det hørte under: {owner()}</p>}</Show>
          </Section>
        )}
      </Show>
      <Show when={props.card.fits}>
        {text => (
          <Section heading="Hvor passer det?">
            <AtLength text={text()} />
          </Section>
        )}
      </Show>
      <Show when={props.card.doesNotFit}>
        {text => (
          <Section heading="Hvor passer det ikke?">
            <AtLength text={text()} />
          </Section>
        )}
      </Show>
      <Show when={props.card.questions.length > 0}>
        <Section heading="Spørgsmål til jeres møde">
          <ol class="ask">
            <For each={props.card.questions}>{question => <li>{question}</li>}</For>
          </ol>
        </Section>
      </Show>
      <Show when={themes().length > 0}>
        <section class="themes">
          <h2>Temaer</h2>
          <ul class="actions">
            <For each={themes()}>
              {theme => (
                <li>
                  <a class="tap" href={`/?theme=${theme.id}`}>
                    {theme.label}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  )
}
