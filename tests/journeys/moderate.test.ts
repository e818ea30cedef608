import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCardPath } from '#tests/support/demo-cards.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('moderate')
})
afterAll(() => journey.stop())

const CARD = demoCardPath('Nøglen til huset')

test('a comment is reported, hidden with words to its author, answered, put right and shown again', async () => {
  const mie = await journey.signIn('Mie Kjær', CARD)
  await mie.page.getByLabel('Skriv til Fritid og Foreninger').fill('Spørg pedel Knurhane, han har nøglen.')
  await mie.page.getByRole('button', { name: 'Send', exact: true }).click()
  await mie.page.getByRole('button', { name: 'Slet' }).waitFor()

  const lis = await journey.signIn('Lis Overgaard', CARD, { width: 360 })
  const theirs = lis.page.getByRole('article').filter({ hasText: 'Knurhane' }).last()
  await theirs.getByRole('button', { name: /^Anmeld/ }).click()
  await lis.page.getByLabel('Hvad er der galt?').fill('Her står et navn.')
  await lis.page.getByRole('button', { name: 'Send til moderatorerne' }).click()
  await lis.page.getByText('Tak. Moderatorerne ser på det.').waitFor()
  await theirs.getByRole('button', { name: /^Anmeld/ }).click()
  await lis.page.getByLabel('Hvad er der galt?').fill('Og han er ikke spurgt.')
  await lis.page.getByRole('button', { name: 'Send til moderatorerne' }).click()
  await theirs.getByRole('button', { name: /^Anmeld/ }).waitFor()

  const sofie = await journey.signIn('Sofie Brandt', '/moderation')
  await sofie.page.getByText('»Her står et navn.«').waitFor()
  await sofie.page.getByText('»Og han er ikke spurgt.«').waitFor()
  await sofie.page.getByRole('link', { name: 'Nøglen til huset' }).first().click()
  const comment = sofie.page.getByRole('article').filter({ hasText: 'pedel' }).last()
  await comment.getByRole('button', { name: /^Skjul/ }).click()
  await sofie.page.getByLabel('Hvorfor skal det skjules?').fill('Pedellen er nævnt ved navn.')
  await sofie.page.getByRole('button', { name: 'Skjul', exact: true }).click()
  await comment.getByText('En moderator har skjult kommentaren.').waitFor()

  // Its author reads why, and answers.
  await mie.page.reload()
  await mie.page.getByText('Pedellen er nævnt ved navn.').waitFor()
  await mie.page.getByRole('button', { name: 'Svar moderatoren' }).click()
  await mie.page.getByLabel('Dit svar til moderatoren').fill('Fjern bare navnet.')
  await mie.page.getByRole('button', { name: 'Send svaret' }).click()
  await mie.page.getByText('Svar: Fjern bare navnet.').waitFor()
  await lis.page.reload()
  await lis.page.getByRole('heading', { level: 1 }).waitFor()
  await lis.page.getByText('Knurhane').waitFor({ state: 'detached' })

  await sofie.page.reload()
  await comment.getByText('Mere', { exact: true }).click()
  await comment.getByRole('button', { name: 'Fjern ord for altid' }).click()
  await sofie.page.getByLabel('Hvilke ord, præcis som de står').fill('Knurhane')
  await sofie.page.getByLabel('Hvorfor skal de væk?').fill('Navnet er ikke vores at dele.')
  await sofie.shot('redact')
  await sofie.page.getByRole('button', { name: 'Fjern ordene' }).click()
  await comment.getByText('Spørg pedel [fjernet], han har nøglen.').waitFor()
  await comment.getByRole('button', { name: 'Vis kommentaren igen' }).click()
  await lis.page.reload()
  await lis.page.getByText('Spørg pedel [fjernet], han har nøglen.').waitFor()
})

test('somebody is kept out, and let in again', async () => {
  const allan = await journey.signIn('Allan Buus', CARD)
  await allan.page.getByLabel('Skriv til Fritid og Foreninger').fill('Det gider vi ikke.')
  await allan.page.getByRole('button', { name: 'Send', exact: true }).click()
  await allan.page.getByRole('button', { name: 'Slet' }).waitFor()

  const sofie = await journey.signIn('Sofie Brandt', CARD)
  const comment = sofie.page.getByRole('article').filter({ hasText: 'Det gider vi ikke.' }).last()
  await comment.getByText('Mere', { exact: true }).click()
  await comment.getByRole('button', { name: 'Spær adgangen' }).click()
  const why = sofie.page.getByLabel('Hvorfor spærres adgangen?')
  await why.fill('Tredje gang.')
  sofie.expect(/ERR_INTERNET_DISCONNECTED/)
  await sofie.context.setOffline(true)
  await sofie.page.getByRole('button', { name: 'Spær', exact: true }).click()
  await comment.getByText('Prøv igen, når du er på.').waitFor()
  expect(await why.inputValue()).toBe('Tredje gang.')
  await sofie.context.setOffline(false)
  await sofie.page.getByRole('button', { name: 'Spær', exact: true }).click()
  await comment.getByText('Adgangen er spærret.').waitFor()
  const again = await journey.visit({ width: 360 }, 'Allan Buus, again')
  again.expect(/status of 403/)
  const address = `/auth/login?returnTo=${encodeURIComponent(CARD)}`
  await again.page.goto(address)
  await again.page.getByRole('button', { name: /^Allan Buus/ }).click()
  await again.page.getByText('Din adgang er spærret').waitFor()
  await again.shot('kept-out')
  await comment.getByRole('button', { name: 'Åbn adgangen igen' }).click()
  await comment.getByText('Adgangen er åben.').waitFor()
  // The provider knows who it is by now.
  await again.page.goto(address)
  await again.page.getByRole('heading', { level: 1, name: 'Nøglen til huset' }).waitFor()

  await journey.portal.pump.flush()
  await sofie.page.goto('/moderation')
  await sofie.page.getByText('spærrede en adgang: Allan Buus').waitFor()
  await sofie.shot('trail')
})

test('no page complained', () => expect(journey.complaints).toEqual([]))
