import { For, Show } from 'solid-js'

const ADDRESS = /(https?:\/\/[^\s<>"»«]+[^\s<>"»«.,;:!?)])/g

/** Plain text with its paragraphs, line breaks and links; never HTML. */
export const Prose = (props: { text: string }) => (
  <For each={props.text.split(/\n{2,}/)}>
    {paragraph => (
      <p class="prose">
        <For each={paragraph.split(ADDRESS)}>
          {(part, index) => (
            <Show when={index() % 2 === 1} fallback={part}>
              <a href={part} rel="noopener noreferrer external">
                {part}
              </a>
            </Show>
          )}
        </For>
      </p>
    )}
  </For>
)
