import { Show } from 'solid-js'
import type { Trail } from '#shared/contract/moderation.ts'
import type { ModerationAction } from '#shared/rules/vocabulary.ts'
import { longDate } from '../../components/words/dates.ts'

const DID: Record<ModerationAction, string> = {
  hid: 'skjulte en tekst',
  showed: 'viste en tekst igen',
  answered: 'svarede på, at en tekst var skjult',
  redacted: 'fjernede ord fra en tekst',
  withdrew: 'trak et kort tilbage',
  deleted: 'slettede en tekst',
  confirmed_unit: 'bekræftede et valg af enhed',
  reset_unit: 'nulstillede et valg af enhed',
  blocked: 'spærrede en adgang',
  unblocked: 'åbnede en adgang igen',
  ended_sessions: 'afsluttede alle logins',
  erased: 'slettede en person, der er stoppet',
}

/** One line of the trail: who, what, whose, why. */
export const Told = (props: { entry: Trail['items'][number] }) => (
  <article>
    <time datetime={props.entry.at}>{longDate(props.entry.at)}</time>:{' '}
    <b>{props.entry.by?.name ?? 'Portalen'}</b> {DID[props.entry.action]}
    <Show when={props.entry.whose}>{whose => <> af {whose().name}</>}</Show>
    <Show when={props.entry.person}>{person => <>: {person().name}</>}</Show>.
    <Show when={props.entry.target}>
      {target => (
        <>
          {' '}
          <a class="tap" href={`/greb/${target().initiativeId}`}>
            Se kortet
          </a>
        </>
      )}
    </Show>
    <Show when={props.entry.reason}>{reason => <p class="prose muted">»{reason()}«</p>}</Show>
  </article>
)
