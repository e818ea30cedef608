import { For, Show } from 'solid-js'
import { partsOf } from './words/links.ts'

/** Plain text with its paragraphs, line breaks and links; never HTML. */
export const Prose = (props: { text: string }) => (
  <For each={props.text.split(/\n{2,}/)}>
    {paragraph => (
      <p class="prose">
        <For each={partsOf(paragraph)}>
          {part => (
            <Show when={part.isLink} fallback={part.text}>
              <a href={part.text} rel="noopener noreferrer external">
                {part.text}
              </a>
            </Show>
          )}
        </For>
      </p>
    )}
  </For>
)
