import { Show } from 'solid-js'
import type { Area } from '#shared/contract/organisation.ts'
import { Sign } from '../ui/sign.tsx'

/** Who it comes from: the unit (a link to its page where `href` says so), and its area by sign and name. */
export const From = (props: { unit: string; area: Area | undefined; href?: string }) => (
  <p class="from">
    <Sign area={props.area?.id} />
    <span>
      <b>
        <Show when={props.href} fallback={props.unit}>
          {href => <a href={href()}>{props.unit}</a>}
        </Show>
      </b>{' '}
      <span>{props.area?.shortName}</span>
    </span>
  </p>
)
