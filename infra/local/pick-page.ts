import { html, raw } from 'hono/html'
import { indexOrganisation } from '#shared/rules/organisation.ts'
import { type DemoPerson, demoOrganisation, demoPeople } from './demo/data.ts'

/** The built web's stylesheets and its sprite of signs, so that the page looks as the portal does. */
export type PickPage = { styles: string[]; sprite: string }

const organisation = indexOrganisation(demoOrganisation)
const byName = new Intl.Collator('da-DK')
const people = [...demoPeople].sort((a, b) => byName.compare(a.name, b.name))

const sign = (areaId: string | undefined) =>
  areaId === undefined
    ? html`<svg class="icon" aria-hidden="true"><use href="#i-person" /></svg>`
    : html`<svg class="sign" data-area="${areaId}" aria-hidden="true"><use href="#a-${areaId}" /></svg>`

const place = ({ unitId }: DemoPerson): string => {
  if (unitId === null) return 'Har ikke valgt enhed endnu'
  return organisation.unitName(unitId) ?? 'Enheden findes ikke længere'
}

/** The local provider's page: who do you want to be? Works without a script. */
export const pickPage = ({ styles, sprite }: PickPage): string =>
  String(html`<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Hvem vil du være? – Konkrete greb</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    ${styles.map(href => html`<link rel="stylesheet" href="${href}" />`)}
  </head>
  <body>
    ${raw(sprite)}
    <a class="skip" href="#indhold">Gå til indholdet</a>
    <header class="top">
      <div class="frame">
        <a class="name" href="/"><svg width="24" height="24" fill="currentColor" aria-hidden="true"><use href="#logo" /></svg>Konkrete greb</a>
      </div>
    </header>
    <main class="frame" id="indhold" tabindex="-1">
      <div class="stack">
        <h1>Hvem vil du være?</h1>
        <p class="lede">
          Det her er en demo med opdigtede mennesker. Vælg en, og se portalen med deres øjne. I drift logger du ind med
          din arbejdskonto.
        </p>
      </div>
      <form class="stack" method="post" aria-label="Vælg person">
        <ul class="people">
          ${people.map(
            person => html`<li>
              <button name="person" value="${person.id}">
                ${sign(person.unitId === null ? undefined : organisation.areaOf(person.unitId))}<b>${person.name}</b
                ><span>${person.title}</span><span>${place(person)}</span>
              </button>
            </li>`,
          )}
        </ul>
      </form>
    </main>
  </body>
</html>`)
