import { Show } from 'solid-js'
import type { Spotlight } from '#shared/contract/spotlight.ts'
import { LateDate } from './late-date.tsx'

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
          <LateDate time={spotlight().createdAt} />
        </p>
      </div>
    )}
  </Show>
)
