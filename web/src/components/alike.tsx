import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js'
import type { CatalogueItem } from '#shared/contract/catalogue.ts'
import { findCpr } from '#shared/rules/cpr.ts'
import { getSimilar } from '../api/catalogue.ts'
import { useNames } from '../session/known.tsx'
import { Icon } from '../ui/icon.tsx'
import { spelled } from './words/counts.ts'

const PAUSE_MS = 800
const LEAST_WORDS = 2

const wordsOf = (units: number): string =>
  units === 1
    ? 'Én enhed har noget lignende – se det'
    : `${spelled(units)} enheder har noget lignende – se dem`

/** Beside a text that is being written: who has something like it. It says nothing until there is something to say. */
export const Alike = (props: { text: string; not: string | undefined }) => {
  const names = useNames()
  const [items, setItems] = createSignal<readonly CatalogueItem[]>([])
  let pause: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  onCleanup(() => {
    clearTimeout(pause)
    asked++
  })

  const look = async (text: string): Promise<void> => {
    const mine = ++asked
    const isEnough = text.trim().split(/\s+/).length >= LEAST_WORDS && findCpr(text) === undefined
    // It is a help, not a thing one waits for: without an answer nothing is shown.
    const found = isEnough ? await getSimilar(text, props.not).catch(() => []) : []
    if (mine === asked) setItems(found)
  }
  createEffect(
    on(
      () => props.text,
      text => {
        clearTimeout(pause)
        pause = setTimeout(() => void look(text), PAUSE_MS)
      },
    ),
  )
  return (
    <div role="status">
      <Show when={items().length > 0}>
        <details class="alike">
          <summary>
            {wordsOf(new Set(items().map(item => item.unitId)).size)}
            <Icon name="down" />
          </summary>
          <ul class="stack">
            <For each={items()}>
              {item => (
                <li>
                  <a href={`/greb/${item.id}`} target="_blank" rel="noopener">
                    {item.title}
                  </a>{' '}
                  <span class="muted">{names()?.unitName(item.unitId)}</span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  )
}
