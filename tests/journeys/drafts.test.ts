import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf } from '#functions/platform/secrets.ts'
import { SESSION_COOKIE } from '#functions/session/cookie-session.ts'
import { type Journey, type Page, startJourney, type Visitor } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('drafts', { cards: false })
})
afterAll(() => journey.stop())

const CHALLENGE = 'Hvad var bøvlet?'
const ACTION = 'Hvad gør I nu?'

const begin = async (person: string, title: string): Promise<Visitor> => {
  const visitor = await journey.signIn(person, '/del')
  await visitor.page.getByLabel('Hvad kalder I det?').fill(title)
  await saved(visitor.page)
  return visitor
}
const saved = (page: Page): Promise<void> =>
  page.getByRole('status').filter({ hasText: 'Gemt kl.' }).waitFor({ state: 'attached' })

/** What the server has of the card whose address the page shows. */
const onServer = async (page: Page, personId: string): Promise<unknown> => {
  const id = new URL(page.url()).pathname.split('/')[2]
  const response = await fetch(`${journey.portal.origin}/api/v1/initiatives/${id}`, {
    headers: { authorization: `Bearer ${await journey.portal.tokenFor(personId)}` },
  })
  return response.json()
}

const crash = async (page: Page): Promise<void> => {
  const gone = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await gone
  await page.close()
}

test('a tab that crashes takes no word with it', async () => {
  const susanne = await begin('Susanne Friis', 'Tavlen ved døren')
  const address = susanne.page.url()
  await susanne.context.setOffline(true)
  susanne.expect(/ERR_INTERNET_DISCONNECTED/)
  await susanne.page
    .getByLabel(CHALLENGE)
    .fill('Beskeder faldt mellem to stole, og det opdagede vi først om fredagen.')
  await crash(susanne.page)

  await susanne.context.setOffline(false)
  const page = await susanne.context.newPage()
  await page.goto(address)
  await page.getByText('Her er det, du skrev, og som ikke nåede at blive sendt.').waitFor()
  expect(await page.getByLabel(CHALLENGE).inputValue()).toBe(
    'Beskeder faldt mellem to stole, og det opdagede vi først om fredagen.',
  )
  await susanne.shot('after-crash', page)
})

test('a new card that never reached the server is found where one begins', async () => {
  const allan = await journey.signIn('Allan Buus', '/del')
  await allan.context.setOffline(true)
  allan.expect(/ERR_INTERNET_DISCONNECTED/)
  await allan.page.getByLabel('Hvad kalder I det?').fill('Grus på mandag')
  await allan.page.getByText('Den bliver sendt, når du er på igen.').first().waitFor({ state: 'attached' })
  await crash(allan.page)

  await allan.context.setOffline(false)
  const page = await allan.context.newPage()
  await page.goto('/del')
  await page.getByText('Du har en kladde liggende her.').waitFor()
  expect(await page.getByLabel('Hvad kalder I det?').inputValue()).toBe('Grus på mandag')
})

test('a lost connection is said, and what was written meanwhile is sent when it is back', async () => {
  const rasmus = await begin('Rasmus Vind', 'Fem minutter, før klokken ringer')
  await rasmus.context.setOffline(true)
  rasmus.expect(/ERR_INTERNET_DISCONNECTED/)
  await rasmus.page.getByText('Du er uden forbindelse.').waitFor()
  await rasmus.page.getByLabel(CHALLENGE).fill('Vi begyndte hver time med at lede efter hinanden.')
  await rasmus.page.getByText('Den bliver sendt, når du er på igen.').first().waitFor({ state: 'attached' })
  await rasmus.shot('offline')

  await rasmus.context.setOffline(false)
  await saved(rasmus.page)
  await rasmus.page.getByText('Du er uden forbindelse.').waitFor({ state: 'detached' })
  expect(await onServer(rasmus.page, 'per_rasmus')).toMatchObject({
    title: 'Fem minutter, før klokken ringer',
    challenge: 'Vi begyndte hver time med at lede efter hinanden.',
  })
})

/** Ends it as time would, on the server only: the browser still has its cookie. */
const endSession = async ({ context }: Visitor): Promise<void> => {
  const cookies = await context.cookies()
  const secret = cookies.find(cookie => cookie.name === SESSION_COOKIE)?.value ?? ''
  await journey.portal.store.sessions.end(hashOf(secret), 'test')
}

test('a session that ends in the middle of a sentence brings the person back to it', async () => {
  const malene = await begin('Malene Krog', 'Nattevagten skriver først')
  const address = malene.page.url()
  await endSession(malene)
  malene.expect(/status of 401/)
  await malene.page
    .getByLabel(ACTION)
    .fill('Den, der går hjem, skriver tre linjer. Den, der kommer, læser dem højt.')
  await malene.page
    .getByText('Du er logget ud. Det, du skrev, er gemt.')
    .first()
    .waitFor({ state: 'attached' })
  await malene.shot('signed-out')
  await malene.page.getByRole('link', { name: 'Log ind igen' }).click()

  await malene.page.waitForURL(address)
  expect(await malene.page.getByLabel(ACTION).inputValue()).toBe(
    'Den, der går hjem, skriver tre linjer. Den, der kommer, læser dem højt.',
  )
  await malene.page.getByRole('button', { name: 'Gem som kladde' }).click()
  await saved(malene.page)
  expect(await onServer(malene.page, 'per_malene')).toMatchObject({
    title: 'Nattevagten skriver først',
    action: expect.stringContaining('læser dem højt'),
  })
})

test('a CPR number is refused while one types, and is kept nowhere', async () => {
  const ole = await begin('Ole Rask', 'Ring først')
  await ole.page.getByLabel(CHALLENGE).fill('Sagen om 010190-1234 lå længe.')
  await ole.page
    .getByText('Her står noget, der ligner et CPR-nummer. Slet det, så kan du gemme.')
    .first()
    .waitFor()
  await ole.shot('cpr')
  expect(await ole.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('010190')
  await ole.page.getByRole('button', { name: 'Udgiv kortet' }).click()
  await ole.page.waitForFunction(
    () =>
      document.activeElement?.id === 'felt-title' ||
      document.activeElement?.getAttribute('aria-invalid') === 'true',
  )
  expect(JSON.stringify(await onServer(ole.page, 'per_ole'))).not.toContain('010190')
})

test('two who wrote in the same place choose with both versions in sight', async () => {
  const mette = await begin('Mette Balslev', 'Fælles kladde')
  await mette.page.getByLabel(CHALLENGE).fill('Det første bøvl.')
  await mette.page.getByRole('button', { name: 'Gem som kladde' }).click()
  await saved(mette.page)
  const asger = await journey.signIn('Asger Bech', new URL(mette.page.url()).pathname)
  await asger.page.getByLabel(CHALLENGE).fill('Asgers bøvl.')
  await asger.page.getByRole('button', { name: 'Gem som kladde' }).click()
  await saved(asger.page)

  mette.expect(/status of 412/)
  await mette.page.getByLabel(CHALLENGE).fill('Mettes bøvl.')
  await mette.page.getByRole('heading', { name: 'En kollega har rettet kortet, mens du skrev' }).waitFor()
  await mette.page.getByText('Asgers bøvl.').waitFor()
  await mette.shot('conflict')
  await mette.page.getByRole('button', { name: 'Behold min udgave' }).click()
  await mette.page.getByText('Den anden udgave er lagt til side.').waitFor()
  await saved(mette.page)
  expect(await onServer(mette.page, 'per_mette')).toMatchObject({ challenge: 'Mettes bøvl.' })
})

test('no page complained', () => expect(journey.complaints).toEqual([]))
