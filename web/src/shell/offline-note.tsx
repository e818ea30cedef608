import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import { Icon } from '../ui/icon.tsx'

/** Whether the browser believes that it is connected. */
export const useOnline = (): (() => boolean) => {
  const [online, setOnline] = createSignal(navigator.onLine)
  const look = () => setOnline(navigator.onLine)
  onMount(() => {
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
  })
  onCleanup(() => {
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  })
  return online
}

/** Said as soon as the connection is gone, and taken away when it is back. */
export const OfflineNote = () => {
  const online = useOnline()
  return (
    <div class="offline" role="status">
      <Show when={!online()}>
        <div class="note">
          <Icon name="offline" />
          <p>
            <b>Du er uden forbindelse.</b> Det, du skriver, bliver gemt her og sendt, når du er på igen.
          </p>
        </div>
      </Show>
    </div>
  )
}
