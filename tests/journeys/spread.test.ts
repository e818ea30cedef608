import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Journey, type Page, startJourney } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('spread')
})
afterAll(() => journey.stop())

const TITLE = 'Ringetiden – en fast time, hvor vi altid tager telefonen'

const publish = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Del et greb' }).first().click()
  await page.getByLabel('Hvad kalder I det?').fill(TITLE)
  await page.getByLabel('Fortæl det i én sætning').fill('Fra ni til ti tager en af os altid telefonen.')
  await page.getByLabel('Hvad var bøvlet?').fill('Familierne ringede forgæves og ringede igen.')
  await page.getByLabel('Hvad gør I nu?').fill('Vi har en vagt, og vagten har ingen møder i den time.')
  await page.getByRole('radio', { name: 'Virker Det flytter noget hos os' }).check()
  await page.getByRole('button', { name: 'Udgiv kortet' }).click()
}

test('a card goes from one area to another, and the thanks come back', async () => {
  const mette = await journey.signIn('Mette Balslev')
  await publish(mette.page)
  await mette.page.getByRole('heading', { level: 1, name: TITLE }).waitFor()
  await mette.page.getByText('Kortet er udgivet.').waitFor()
  await mette.shot('published')
  const address = new URL(mette.page.url()).pathname

  // Lis finds it on Opdag.
  const lis = await journey.signIn('Lis Overgaard')
  await lis.page.getByLabel('Rækkefølge').selectOption('Nyeste')
  await lis.page.getByRole('heading', { name: 'Nyeste først' }).waitFor()
  await lis.page.getByRole('link', { name: TITLE }).click()
  await lis.page.waitForURL(`**${address}`)
  await lis.page.getByRole('heading', { name: 'Ingen andre har prøvet det endnu' }).waitFor()

  // She asks.
  const question = 'Hvad gør I, når vagten er syg?'
  await lis.page.getByLabel('Skriv til Børne- og Ungemyndighed').fill(question)
  await lis.page.getByRole('button', { name: 'Send', exact: true }).click()
  await lis.page
    .getByRole('article')
    .filter({ hasText: question })
    .filter({ hasText: 'Lis Overgaard' })
    .last()
    .waitFor()

  // Three taps from the card: we will try it.
  await lis.page.getByRole('link', { name: 'Vi vil prøve det' }).click()
  await lis.page.getByRole('radio', { name: 'Som det er' }).check()
  await lis.page.getByRole('button', { name: 'Skriv os på kortet' }).click()
  await lis.page.getByText('I står nu på kortet.').waitFor()
  await lis.page.getByRole('heading', { name: 'To enheder, ét greb' }).waitFor()
  await lis.shot('adopted')

  // Later she tells how it went, with a thanks.
  await lis.page.getByRole('link', { name: 'Fortæl, hvordan det går' }).click()
  await lis.page.getByRole('radio', { name: 'I brug' }).check()
  await lis.page.getByRole('radio', { name: 'Virker', exact: true }).check()
  await lis.page.getByLabel('Sig det i én sætning').fill('Vi har halvt så mange ubesvarede opkald.')
  await lis.page.getByText('Tilføj en overraskelse eller et tak').click()
  await lis.page
    .getByLabel('Et tak til Børne- og Ungemyndighed')
    .fill('Tak, fordi I skrev om de sure mandage.')
  await lis.page.getByRole('button', { name: 'Send til Børne- og Ungemyndighed' }).click()
  await lis.page.getByText('Tak. Det, I fortalte, står nu på kortet.').waitFor()

  // Mette reads it on her unit's page and on the card.
  await mette.page.getByRole('link', { name: 'Vores enhed' }).click()
  const waiting = mette.page.getByRole('region', { name: 'Venter på jer' })
  await waiting.getByText('Økonomi og Indkøb bruger jeres greb').waitFor()
  await waiting.getByText(question).waitFor()
  await mette.page.getByRole('region', { name: 'Tak til jer' }).getByText('sure mandage').waitFor()
  await mette.shot('unit')
  await waiting.getByRole('link', { name: 'Svar Lis' }).click()
  await mette.page.getByRole('heading', { name: 'To enheder, ét greb' }).waitFor()
  await mette.page.getByText('»Vi har halvt så mange ubesvarede opkald.«').waitFor()
  await mette.page.getByText('»Tak, fordi I skrev om de sure mandage.«').waitFor()

  // And answers.
  await mette.page.getByRole('button', { name: 'Svar Lis' }).click()
  await mette.page.getByLabel('Svar Lis').fill('Så tager teamlederen den.')
  await mette.page.getByRole('button', { name: 'Send', exact: true }).first().click()
  await mette.page.getByRole('listitem').getByText('Så tager teamlederen den.').waitFor()
  await mette.shot('answered')

  // On the wall the card now carries both units.
  await lis.page.getByRole('link', { name: 'Opdag' }).click()
  await lis.page.getByLabel('Rækkefølge').selectOption('Nyeste')
  const card = lis.page.getByRole('article').filter({ hasText: TITLE })
  await card.getByText('1 bruger det').waitFor()
  // A list may be a second and a half behind what others write.
  await vi.waitFor(
    async () => {
      await lis.page.reload()
      await card.getByText('2 kommentarer').waitFor({ timeout: 3000 })
    },
    { timeout: 30_000 },
  )
})

test('no page complained', () => expect(journey.complaints).toEqual([]))
