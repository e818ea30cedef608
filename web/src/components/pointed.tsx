import { Show } from 'solid-js'
import type { Spotlight } from '#shared/contract/spotlight.ts'
import { longDate } from './words/dates.ts'

/** Who points at a card, and why; nothing where nobody does. */
export const Pointed = (props: { spotlight: Spotlight | undefined }) => (
  <Show when={props.spotlight}>
    {spotlight => (
      <div class="pointed">
        <blockquote>
          <p class="quote">»{spotlight().reason}«</p>
        </blockquote>
        <p>
          {[spotlight().author.name, spotlight().author.title].filter(Boolean).join(', ')},{' '}
          <time datetime={spotlight().createdAt}>{longDate(spotlight().createdAt)}</time>
        </p>
      </div>
    )}
  </Show>
)
