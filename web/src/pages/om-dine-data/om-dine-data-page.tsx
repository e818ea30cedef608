import { createSignal, Show } from 'solid-js'
import type { MyData } from '#shared/contract/my-data.ts'
import { fetchMyData } from '../../api/moderation.ts'
import { asProblem } from '../../api/problem.ts'
import { Everything } from './everything.tsx'

/** Om dine data: what is held, why, how long, and all of it to read. */
export const OmDineDataPage = () => {
  const [data, setData] = createSignal<MyData>()
  const [problem, setProblem] = createSignal('')
  const fetchAll = async (): Promise<void> => {
    setProblem('')
    try {
      setData(await fetchMyData())
    } catch (error) {
      setProblem(asProblem(error).message)
    }
  }
  return (
    <div class="stack roomy">
      <div class="stack">
        <h1>Om dine data</h1>
        <p class="lede">
          Portalen gemmer det, den skal bruge, for at kolleger kan finde hinandens greb. Ikke mere.
        </p>
      </div>
      <section class="stack" aria-labelledby="hvad">
        <h2 id="hvad">Det gemmer vi om dig</h2>
        <ul class="points">
          <li>Navn, titel, enhed og rolle. De kommer fra din arbejdskonto, hver gang du logger ind.</li>
          <li>Det, du selv skriver: greb, kommentarer, genbrug og anmeldelser.</li>
          <li>Hvilke greb du har sagt inspirerer. Andre ser kun antallet.</li>
          <li>At du er logget ind, og hvor hurtigt du skriver, så ingen kan overbelaste portalen.</li>
        </ul>
        <p>Vi gemmer aldrig CPR-numre, og vi ser ikke, hvad du læser eller søger efter.</p>
      </section>
      <section class="stack" aria-labelledby="laenge">
        <h2 id="laenge">Så længe gemmer vi det</h2>
        <ul class="points">
          <li>Et login varer højst tolv timer.</li>
          <li>Har du ikke været her i lidt over et år, bliver dit navn og din profil slettet.</li>
          <li>Det, moderatorer har gjort, bliver husket i to år.</li>
          <li>Kladder, der ikke er sendt, ligger kun på din egen telefon eller computer.</li>
        </ul>
      </section>
      <section class="stack" aria-labelledby="stop">
        <h2 id="stop">Når du stopper</h2>
        <p>
          Så bliver dit navn slettet overalt, senest dagen efter at en moderator har fået besked. Enhedens
          greb bliver. Under dine kommentarer står din titel og din enhed, ikke dit navn.
        </p>
      </section>
      <section class="stack" aria-labelledby="rettigheder">
        <h2 id="rettigheder">Det kan du gøre</h2>
        <ul class="points">
          <li>Ret eller slet det, du har skrevet, når du vil.</li>
          <li>Er dit navn, din titel eller din enhed forkert, så spørg IT.</li>
          <li>
            Står der noget om dig, du ikke vil have stående? Anmeld teksten, så ser en moderator på den.
          </li>
          <li>Kommunens databeskyttelsesrådgiver hjælper dig, hvis du er i tvivl eller vil klage.</li>
        </ul>
      </section>
      <section class="stack" aria-labelledby="alt">
        <h2 id="alt">Se alt, vi har om dig</h2>
        <div class="actions">
          <button class="button primary" type="button" onClick={() => void fetchAll()}>
            Vis mine data
          </button>
          <a class="button" href="/api/v1/me/data" rel="external" download="mine-data.json">
            Hent som fil (JSON)
          </a>
        </div>
        <p role="alert">{problem()}</p>
        <Show when={data()}>{data => <Everything data={data()} />}</Show>
      </section>
    </div>
  )
}
