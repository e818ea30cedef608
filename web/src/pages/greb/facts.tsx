import { createSignal, lazy, Show, Suspense } from 'solid-js'
import type { InitiativePage } from '#shared/contract/initiative.ts'
import { DISCRETION_LABELS } from '#shared/rules/labels.ts'
import { useHere } from '../../session/here.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Inspires } from './inspires.tsx'
import { Stewards } from './stewards.tsx'
import { TryIt } from './try-it.tsx'

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }))

const Fact = (props: { name: string; value: string | undefined; also?: string | undefined }) => (
  <Show when={props.value}>
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.value}
        <Show when={props.also}>
          <br />
          {props.also}
        </Show>
      </dd>
    </div>
  </Show>
)

/** The practical, beside the text: who decides, what it takes, who to ask, and what one can do. */
export const Facts = (props: { card: InitiativePage }) => {
  const here = useHere()
  const unitName = () => here().organisation.unitName(props.card.unitId)
  const also = () => (props.card.contact === unitName() ? undefined : unitName())
  const isOut = () => props.card.status === 'published'
  return (
    <aside class="facts" aria-label="Det praktiske">
      <div class="pinned">
        <Show when={isOut()}>
          <TryIt card={props.card} />
        </Show>
        <dl>
          <Fact
            name="Hvem kan beslutte det?"
            value={props.card.discretion && DISCRETION_LABELS[props.card.discretion]}
          />
          <Fact name="Tid" value={props.card.requirements?.time} />
          <Fact name="Penge" value={props.card.requirements?.money} />
          <Fact name="Tilladelse" value={props.card.requirements?.permission} />
          <Fact name="Spørg" value={props.card.contact} also={also()} />
        </dl>
        <Show when={isOut()}>
          <div class="actions">
            <button class="button" type="button" onClick={() => window.print()}>
              <Icon name="print" />
              Udskriv kortet
            </button>
            <Inspires card={props.card} />
          </div>
          <Share title={props.card.title ?? ''} />
        </Show>
        <Stewards card={props.card} />
      </div>
    </aside>
  )
}

/** The address, as a link to pass on and as a code to point a phone at. */
const Share = (props: { title: string }) => {
  const [said, setSaid] = createSignal('')
  const [opened, setOpened] = createSignal(false)
  const address = () => `${location.origin}${location.pathname}`
  const share = async (): Promise<void> => {
    try {
      if (navigator.share) return await navigator.share({ title: props.title, url: address() })
      await navigator.clipboard.writeText(address())
      setSaid('Adressen er kopieret.')
    } catch {
      setSaid(`Kopiér adressen selv: ${address()}`)
    }
  }
  return (
    <div class="stack share">
      <div class="actions">
        <button class="button quiet" type="button" onClick={() => void share()}>
          Del adressen
        </button>
        <details onToggle={event => setOpened(event.currentTarget.open)}>
          <summary class="button quiet">QR-kode</summary>
          <Show when={opened()}>
            <Suspense fallback={<p class="muted small">Tegner …</p>}>
              <QrCode address={address()} />
            </Suspense>
          </Show>
        </details>
      </div>
      <p class="muted small" role="status">
        {said()}
      </p>
    </div>
  )
}
