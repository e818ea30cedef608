import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCardPath } from '#tests/support/demo-cards.ts'
import { accessibilityFaults, choosePerson, type Journey, startJourney } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('arrive')
})
afterAll(() => journey.stop())

test('somebody unknown is asked who they are, and comes to where they were going', async () => {
  const visitor = await journey.visit()
  visitor.expect(/status of 401/)
  const path = `${demoCardPath('Nøglen til huset')}?x=1`
  await visitor.page.goto(path)
  await choosePerson(visitor.page, 'Susanne Friis')
  await visitor.page.getByRole('heading', { level: 1, name: 'Nøglen til huset' }).waitFor()
  expect(visitor.page.url()).toBe(`${journey.portal.origin}${path}`)
})

test('Nadia chooses her unit once, and may write from then on', async () => {
  const { page, shot } = await journey.signIn('Nadia Rahimi', '/del')
  await page.getByRole('heading', { name: 'Vælg din enhed først' }).waitFor()
  await page.getByRole('link', { name: 'Vælg enhed' }).click()
  await page.getByRole('button', { name: 'Vælg enheden' }).click()
  await page.getByText('Vælg en enhed på listen.').waitFor()
  await page.getByLabel('Enhed', { exact: true }).selectOption('Træning og Rehabilitering')
  await page.getByRole('button', { name: 'Vælg enheden' }).click()
  await page.getByText('Du kan vælge én gang.').waitFor()
  await shot('nadia-sure')
  await page.getByRole('button', { name: 'Ja, jeg hører til i Træning og Rehabilitering' }).click()
  await page.getByText('Du har selv valgt din enhed.').waitFor()
  await page.getByRole('banner').getByText('Træning og Rehabilitering').waitFor()
  await page.getByRole('link', { name: 'Del et greb' }).click()
  await page.getByRole('button', { name: 'Udgiv kortet' }).waitFor()
})

test('a personal address for the intranet is made, shown once, and closed', async () => {
  const { page } = await journey.signIn('Allan Buus', '/profil')
  const feed = page.getByRole('region', { name: 'Nye greb på intranettet' })
  await feed.getByRole('button', { name: 'Lav en adresse' }).click()
  const address = await feed.getByLabel('Atom').inputValue()
  await feed.getByText('Du har en adresse fra').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const read = () => fetch(address)
  const answer = await read()
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('<feed')

  await page.reload()
  await feed.getByText('Du har en adresse fra').waitFor()
  expect(await feed.getByLabel('Atom').count()).toBe(0)
  await feed.getByRole('button', { name: 'Luk adressen' }).click()
  await feed.getByText('Du har en adresse fra').waitFor({ state: 'detached' })
  expect((await read()).status).toBe(404)
})

test('the look one chooses stays, and signing out is at once and for good', async () => {
  const visitor = await journey.signIn('Aage Damkjær', '/profil')
  const { page } = visitor
  const kept = page.waitForResponse(response => response.url().endsWith('/me') && response.ok())
  await page.getByRole('radio', { name: 'Mørkt' }).check()
  await kept
  await page.reload()
  await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
  visitor.expect(/status of 401/)
  await page.getByRole('button', { name: 'Log ud' }).click()
  await page.getByRole('heading', { name: 'Du er logget ud' }).waitFor()
  await page.goto('/enhed')
  await page.getByRole('heading', { name: 'Hvem vil du være?' }).waitFor()
})

test('an address that leads nowhere says so, and the way on', async () => {
  const visitor = await journey.signIn('Lis Overgaard')
  const { page } = visitor
  await page.goto('/findes/ikke')
  await page.getByRole('heading', { name: 'Det er her ikke' }).waitFor()
  expect(await page.title()).toBe('Findes ikke her – Konkrete greb')
  visitor.expect(/status of 404/)
  await page.goto('/greb/ini_01ARZ3NDEKTSV4RRFFQ69G5FAV')
  await page.getByRole('heading', { name: 'Det er her ikke' }).waitFor()
  await page.goto('/enheder/findes-ikke')
  await page.getByRole('heading', { name: 'Enheden er her ikke' }).waitFor()
  await page.getByRole('link', { name: 'Til alle greb' }).click()
  await page.getByRole('heading', { name: 'Dagens blanding' }).waitFor()
})

test('a page that cannot be fetched waits for the connection', async () => {
  const visitor = await journey.signIn('Malene Krog')
  const { page } = visitor
  await page.getByRole('heading', { name: 'Dagens blanding' }).waitFor()
  visitor.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically/)
  await visitor.context.setOffline(true)
  await page.getByRole('link', { name: 'Vores enhed' }).click()
  await page.getByRole('heading', { name: 'Siden kunne ikke hentes' }).waitFor()
  await visitor.shot('offline')
  await visitor.context.setOffline(false)
  await page.getByRole('heading', { level: 1, name: 'Plejecenter Kildevang' }).waitFor()
})

test('a fault of ours is owned up to, and trying again helps', async () => {
  const visitor = await journey.signIn('Ole Rask')
  const { page } = visitor
  visitor.expect(/status of 500/)
  // The real API has no fault to show on demand.
  await page.route('**/api/v1/initiatives/*', route => route.fulfill({ status: 500, body: '' }))
  await page.goto(demoCardPath('Nøglen til huset'))
  await page.getByRole('heading', { name: 'Noget gik galt hos os' }).waitFor()
  expect(await page.title()).toBe('Noget gik galt – Konkrete greb')
  await visitor.shot('fault')
  await page.unroute('**/api/v1/initiatives/*')
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Nøglen til huset' }).waitFor()
})

test('a portal without cards invites the first', async () => {
  const empty = await startJourney('arrive-empty', { cards: false })
  try {
    const { page, shot } = await empty.signIn('Karin Holm')
    await page.getByRole('heading', { name: 'Hvad har I ændret for nylig?' }).waitFor()
    await shot('opdag')
    await page.getByRole('link', { name: 'Vores enhed' }).click()
    await page.getByText('Intet venter lige nu.').waitFor()
    await shot('unit')
    expect(empty.complaints).toEqual([])
  } finally {
    await empty.stop()
  }
})

test('no page complained', () => expect(journey.complaints).toEqual([]))
