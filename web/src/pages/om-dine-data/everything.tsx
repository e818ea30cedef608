import { For, Show } from 'solid-js'
import type { MyData } from '#shared/contract/my-data.ts'
import { longDate } from '../../components/words/dates.ts'
import { NAMES } from './names.ts'

const PARTS = [
  ['initiatives', 'Greb, du har skrevet'],
  ['adoptions', 'Genbrug, du har skrevet om'],
  ['comments', 'Kommentarer'],
  ['reactions', 'Greb, du har sagt inspirerer'],
  ['spotlights', 'Greb, du har fremhævet'],
  ['reports', 'Tekster, du har anmeldt'],
  ['moderation', 'Det, du har gjort som moderator'],
  ['sessions', 'Steder, du er logget ind'],
  ['rates', 'Hvor hurtigt du har skrevet for nylig'],
] as const

/** All that is held about one person, each thing by its name in Danish; exactly as it is kept it is in the file. */
export const Everything = (props: { data: MyData }) => (
  <div class="stack">
    <Show when={props.data.person}>
      {person => (
        <>
          <h3>Profil</h3>
          <Facts row={person()} />
        </>
      )}
    </Show>
    <For each={PARTS}>
      {([part, words]) => (
        <Show when={props.data[part].length > 0}>
          <h3>
            {words} ({props.data[part].length})
          </h3>
          <For each={props.data[part]}>{row => <Facts row={row} />}</For>
        </Show>
      )}
    </For>
  </div>
)

const Facts = (props: { row: object }) => (
  <div class="facts">
    <dl>
      <For each={Object.entries(props.row)}>
        {([name, value]) => (
          <div>
            <dt>{NAMES[name] ?? name}</dt>
            <dd class="prose">
              <Value of={value} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  </div>
)

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
const isPart = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !isList(value)
const isMoment = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)

const Value = (props: { of: unknown }) => (
  <Show when={isPart(props.of) && props.of} fallback={written(props.of)}>
    {part => <Facts row={part()} />}
  </Show>
)

const written = (value: unknown): string => {
  if (isMoment(value)) return longDate(value)
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej'
  if (isList(value)) return value.map(one => (isPart(one) ? JSON.stringify(one) : written(one))).join('\n')
  return String(value)
}
