import { For } from 'solid-js'
import type { AdoptionStage } from '#shared/rules/vocabulary.ts'
import { Sign } from '../ui/sign.tsx'

/** Considers it, or has stopped: an open sign. */
export const isOpen = (stage: AdoptionStage): boolean => stage === 'considering' || stage === 'stopped'

type Props = { origin: string; adopters: readonly { areaId: string; stage: AdoptionStage }[] }

/** From the origin to everyone who took it on. The words below carry the meaning. */
export const Trail = (props: Props) => (
  <ol class="trail" aria-hidden="true">
    <li>
      <Sign area={props.origin} />
    </li>
    <For each={props.adopters}>
      {adopter => (
        <li>
          <Sign area={adopter.areaId} open={isOpen(adopter.stage)} />
        </li>
      )}
    </For>
  </ol>
)
