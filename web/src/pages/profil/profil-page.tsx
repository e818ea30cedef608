import '../../components/form/form.css'
import { createAsync } from '@solidjs/router'
import { createSignal, Show } from 'solid-js'
import type { Session } from '#shared/contract/session.ts'
import { asProblem } from '../../api/problem.ts'
import { getSession, patchMe, signOut } from '../../api/session.ts'
import { ChoiceGroup } from '../../components/form/choice-group.tsx'
import { placeOf } from '../../session/place.ts'
import { applyTheme, type Theme } from '../../session/theme.ts'
import { ChooseUnit } from './choose-unit.tsx'
import { OwnFeed } from './own-feed.tsx'

const THEMES: readonly { value: Theme; label: string; small?: string }[] = [
  { value: 'system', label: 'Automatisk', small: 'Følger telefonen eller computeren' },
  { value: 'light', label: 'Lyst' },
  { value: 'dark', label: 'Mørkt' },
]

/** Min profil: who I am here, how it looks, and the way out. */
export const ProfilPage = () => {
  const session = createAsync(() => getSession())
  return <Show when={session()}>{session => <Profile session={session()} />}</Show>
}

const Profile = (props: { session: Session }) => {
  const place = () => placeOf(props.session)
  const person = () => props.session.person
  const [theme, setTheme] = createSignal<Theme>(props.session.person.preferences.theme ?? 'system')
  const [message, setMessage] = createSignal('')

  const chooseTheme = async (next: Theme) => {
    const before = theme()
    setTheme(next)
    applyTheme(next)
    setMessage('')
    try {
      await patchMe({ preferences: { ...person().preferences, theme: next } })
    } catch (error) {
      setTheme(before)
      applyTheme(before)
      setMessage(`Udseendet blev ikke gemt. ${asProblem(error).message}`)
    }
  }
  const leave = async () => {
    setMessage('')
    try {
      await signOut()
    } catch (error) {
      setMessage(`Du er ikke logget ud endnu. ${asProblem(error).message}`)
    }
  }
  return (
    <div class="profile stack roomy">
      <div class="stack">
        <h1>Min profil</h1>
        <div class="facts">
          <dl>
            <div>
              <dt>Navn</dt>
              <dd>{person().name}</dd>
            </div>
            <Show when={person().title}>
              <div>
                <dt>Titel</dt>
                <dd>{person().title}</dd>
              </div>
            </Show>
            <Show when={place().unit}>
              {unit => (
                <div>
                  <dt>Enhed</dt>
                  <dd>
                    <a class="tap" href={`/enheder/${unit().id}`}>
                      {unit().name}
                    </a>
                    <br />
                    <span class="muted">{place().area?.name}</span>
                  </dd>
                </div>
              )}
            </Show>
          </dl>
        </div>
        <p class="muted small">
          Navn, titel og enhed kommer fra din arbejdskonto. Er noget forkert, så spørg IT.
        </p>
        <Show when={person().unitUnconfirmed}>
          <p class="note">
            Du har selv valgt din enhed. Indtil en moderator har bekræftet den, ser du det, hele kommunen ser,
            og det, du selv har skrevet.
          </p>
        </Show>
      </div>
      <Show when={person().choosesUnit}>
        <ChooseUnit organisation={props.session.organisation} />
      </Show>
      <ChoiceGroup
        legend="Udseende"
        choices={THEMES}
        value={theme()}
        onChoose={next => void chooseTheme(next)}
      />
      <OwnFeed person={person()} />
      <div class="stack">
        <div>
          <button class="button" type="button" onClick={() => void leave()}>
            Log ud
          </button>
        </div>
        <p class="muted small">
          <a href="/om-dine-data">Om dine data</a>: hvad portalen gemmer om dig, og hvordan du får det at se.
        </p>
        <Show when={person().roles.includes('moderator')}>
          <p>
            <a class="button" href="/moderation">
              Moderation
            </a>
          </p>
        </Show>
        <p class="muted small">
          Kladder, der ikke er sendt endnu, bliver liggende på din telefon eller computer, til du logger ind
          igen.
        </p>
        <p role="alert">{message()}</p>
      </div>
    </div>
  )
}
