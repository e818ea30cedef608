import { useLocation, useNavigate } from '@solidjs/router'
import { onCleanup, onMount, Show } from 'solid-js'
import { LIMITS } from '#shared/rules/limits.ts'
import { Icon } from '../ui/icon.tsx'

const FIELD = 'q'
/** A page may take a moment to come. */
const TRIES = 100

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const focusField = (): boolean => {
  const field = document.getElementById(FIELD)
  if (!field?.checkVisibility()) return false
  field.focus()
  return true
}

/** The search box of every page; on Opdag its own is the one. `/` goes there from anywhere. */
export const TopSearch = () => {
  const location = useLocation()
  const navigate = useNavigate()
  const go = (): void => {
    if (focusField()) return
    navigate('/')
    let tries = 0
    const again = (): void => {
      if (!focusField() && tries++ < TRIES) requestAnimationFrame(again)
    }
    again()
  }
  const onKey = (event: KeyboardEvent): void => {
    const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isPlain || isTyping(event.target)) return
    event.preventDefault()
    go()
  }
  onMount(() => document.addEventListener('keydown', onKey))
  onCleanup(() => document.removeEventListener('keydown', onKey))
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault()
    const words = new FormData(event.currentTarget).get(FIELD)
    navigate(
      typeof words === 'string' && words.trim() !== '' ? `/?q=${encodeURIComponent(words.trim())}` : '/',
    )
  }
  return (
    <Show when={location.pathname !== '/'}>
      <search class="find">
        <form action="/" onSubmit={submit}>
          <input
            class="input"
            id={FIELD}
            name={FIELD}
            type="search"
            aria-label="Søg i alle greb"
            aria-keyshortcuts="/"
            placeholder="Søg i alle greb"
            autocomplete="off"
            maxLength={LIMITS.query}
          />
        </form>
        <button class="button quiet" type="button" onClick={go} aria-label="Søg i alle greb">
          <Icon name="search" />
        </button>
      </search>
    </Show>
  )
}
