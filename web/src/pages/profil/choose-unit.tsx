import { createSignal, For, Show } from 'solid-js'
import type { Organisation } from '#shared/contract/organisation.ts'
import { asProblem } from '../../api/problem.ts'
import { patchMe } from '../../api/session.ts'
import { Icon } from '../../ui/icon.tsx'

/** Once, for those whose work account names no unit. */
export const ChooseUnit = (props: { organisation: Organisation }) => {
  const [unitId, setUnitId] = createSignal('')
  const [sure, setSure] = createSignal(false)
  const [problem, setProblem] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const name = () =>
    props.organisation.areas.flatMap(area => area.units).find(unit => unit.id === unitId())?.name
  const choose = async () => {
    if (busy()) return
    setProblem('')
    if (unitId() === '') {
      setProblem('Vælg en enhed på listen.')
      document.getElementById('enhed')?.focus()
      return
    }
    if (!sure()) return void setSure(true)
    setBusy(true)
    try {
      await patchMe({ unitId: unitId() })
    } catch (error) {
      setProblem(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section class="stack" aria-labelledby="vaelg">
      <h2 id="vaelg">Vælg din enhed</h2>
      <p>Din arbejdskonto siger ikke, hvor du hører til. Vælg selv, så kan du dele greb og prøve andres.</p>
      <div class="field">
        <label for="enhed">Enhed</label>
        <span class="pick boxed">
          <select
            id="enhed"
            aria-describedby="enhed-w"
            onChange={event => {
              setUnitId(event.currentTarget.value)
              setSure(false)
              setProblem('')
            }}
          >
            <option value="">Vælg …</option>
            <For each={props.organisation.areas}>
              {area => (
                <optgroup label={area.name}>
                  <For each={area.units}>{unit => <option value={unit.id}>{unit.name}</option>}</For>
                </optgroup>
              )}
            </For>
          </select>
          <Icon name="down" />
        </span>
        <p class="wrong" id="enhed-w" role="alert">
          {problem()}
        </p>
      </div>
      <div role="status">
        <Show when={sure()}>
          <div class="note">
            <Icon name="warn" />
            <p>
              <b>Du kan vælge én gang.</b> Hører du til i {name()}? En moderator bekræfter dit valg, og kun en
              moderator kan ændre det.
            </p>
          </div>
        </Show>
      </div>
      <div class="actions">
        <button class="button primary" type="button" onClick={() => void choose()}>
          {sure() ? `Ja, jeg hører til i ${name()}` : 'Vælg enheden'}
        </button>
        <Show when={sure()}>
          <button class="button" type="button" onClick={() => setSure(false)}>
            Vælg en anden
          </button>
        </Show>
      </div>
    </section>
  )
}
