import { useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show, Suspense } from 'solid-js'
import { findCpr } from '#shared/rules/cpr.ts'
import { LIMITS } from '#shared/rules/limits.ts'
import { Icon } from '../../ui/icon.tsx'
import { forgetSearches, recentSearches, rememberSearch } from './recent.ts'

/** So long after the last letter the list follows. */
const PAUSE_MS = 180
/** A single letter finds everything and says nothing. */
const LEAST = 2

/** Both are read when they are needed: nobody waits for them to type. */
type Props = { personId: string | undefined; found: number | undefined; children: JSX.Element }

/** Search by problem. What is looked for stands in the address, and the list follows while one types. */
export const SearchBox = (props: Props) => {
  const [search, setSearch] = useSearchParams()
  const asked = (): string => [search.q ?? ''].flat()[0] ?? ''
  const [words, setWords] = createSignal(asked())
  const [kept, setKept] = createSignal(0)
  let sent = asked()
  let pause: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(pause))

  const isSecret = () => findCpr(words()) !== undefined
  const recent = () => {
    kept()
    return props.personId === undefined ? [] : recentSearches(props.personId)
  }

  // Going back or following a link changes the words from outside.
  createEffect(
    on(asked, now => {
      if (now === sent) return
      sent = now
      setWords(now)
    }),
  )

  const look = (): void => {
    clearTimeout(pause)
    const text = words().trim()
    const next = text.length < LEAST || isSecret() ? '' : text
    if (next === sent) return
    // One step back leaves the search, however many letters it had.
    const isMore = sent !== '' && next !== ''
    sent = next
    setSearch({ q: next || undefined }, { scroll: false, replace: isMore })
  }
  const type = (text: string): void => {
    setWords(text)
    clearTimeout(pause)
    pause = setTimeout(look, PAUSE_MS)
  }
  const choose = (text: string): void => {
    setWords(text)
    look()
  }
  const remember = (): void => {
    const text = words().trim()
    if (props.personId === undefined || text.length < LEAST || isSecret() || !props.found) return
    rememberSearch(props.personId, text)
    setKept(count => count + 1)
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    look()
    remember()
  }
  const forget = (): void => {
    if (props.personId !== undefined) forgetSearches(props.personId)
    setKept(count => count + 1)
  }

  return (
    <search>
      <form class="search" action="/" onSubmit={submit}>
        <h1>
          <label for="q">Hvad er bøvlet hos jer?</label>
        </h1>
        <div class="line">
          <input
            class="input"
            id="q"
            name="q"
            type="search"
            autocomplete="off"
            enterkeyhint="search"
            maxLength={LIMITS.query}
            aria-describedby="q-hint"
            aria-keyshortcuts="/"
            aria-invalid={isSecret() ? 'true' : undefined}
            value={words()}
            onInput={event => type(event.currentTarget.value)}
            onChange={remember}
          />
          <button class="button primary" type="submit">
            Søg
          </button>
        </div>
        <Show when={isSecret()}>
          <p class="wrong" role="alert">
            <Icon name="warn" />
            Her står noget, der ligner et CPR-nummer. Søg uden det.
          </p>
        </Show>
        {props.children}
        <Suspense>
          <Show when={asked() === '' && recent().length > 0}>
            <p class="recent">
              <span class="muted">Senest søgt her: </span>
              <For each={recent()}>
                {text => (
                  <button class="button quiet" type="button" onClick={() => choose(text)}>
                    {text}
                  </button>
                )}
              </For>
              <button class="button quiet" type="button" onClick={forget}>
                Glem dem
              </button>
            </p>
          </Show>
        </Suspense>
      </form>
    </search>
  )
}
