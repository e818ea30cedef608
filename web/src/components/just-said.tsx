import { useLocation } from '@solidjs/router'
import { createSignal, onMount, Show } from 'solid-js'
import { Icon } from '../ui/icon.tsx'

const WORDS = {
  published: 'Kortet er udgivet.',
  changed: 'Ændringerne er gemt.',
  adopted: 'I står nu på kortet. Vi spørger, hvordan det går, om tre og seks måneder.',
  reported: 'Tak. Det, I fortalte, står nu på kortet.',
  left: 'I er taget af kortet.',
} as const
export type Said = keyof typeof WORDS

const isSaid = (value: unknown): value is Said => typeof value === 'string' && Object.hasOwn(WORDS, value)

/** What one has just done to this card, said calmly at the top of it. */
export const JustSaid = (props: { id: string }) => {
  const location = useLocation<{ said: unknown }>()
  // A live region must be there before its words, or nobody hears them.
  const [there, setThere] = createSignal(false)
  onMount(() => setThere(true))
  const said = () => {
    const value = there() ? location.state?.said : undefined
    return isSaid(value) ? value : undefined
  }
  return (
    <div role="status">
      <Show when={said()}>
        {said => (
          <div class="note">
            <Icon name="saved" />
            <p>
              <b>{WORDS[said()]}</b>
              <Show when={said() === 'published'}>
                {' '}
                Andre kan prøve det nu. <a href={`/del/${props.id}/mere`}>Fortæl mere om det</a>, når I har
                tid.
              </Show>
            </p>
          </div>
        )}
      </Show>
    </div>
  )
}
