import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoCards } from '#infra/local/demo/data.ts'
import { say } from '#tests/support/cards.ts'
import { demoCardId, demoCardPath } from '#tests/support/demo-cards.ts'
import { accessibilityFaults, type Journey, startJourney } from '#tests/support/journey.ts'
import { focused } from '#tests/support/keyboard.ts'
import { createPerson } from '#tests/support/person.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('card')
})
afterAll(() => journey.stop())

/** PDF names every page's object; A4 in points. */
const pagesOf = (pdf: Buffer): { count: number; isA4: boolean } => {
  const text = pdf.toString('latin1')
  return {
    count: [...text.matchAll(/\/Type\s*\/Page\b/g)].length,
    isA4: /\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/.test(text),
  }
}

test('every card of the demo prints on one A4 page', async () => {
  const { page } = await journey.signIn('Sofie Brandt')
  const published = demoCards().filter(card => card.publishedAt !== undefined && card.withdrawn === undefined)
  const printed: Record<string, ReturnType<typeof pagesOf>> = {}
  for (const { input } of published) {
    const title = input.title ?? ''
    await page.goto(demoCardPath(title))
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    // The last that comes.
    await page.getByRole('heading', { name: 'Spørgsmål og svar' }).waitFor()
    printed[title] = pagesOf(await page.pdf({ preferCSSPageSize: true }))
  }
  expect(published.length).toBeGreaterThan(30)
  expect(Object.entries(printed).filter(([, { count, isA4 }]) => count !== 1 || !isA4)).toEqual([])
})

test('the address is passed on as a link and as a code', async () => {
  const { page, context, shot } = await journey.signIn('Lis Overgaard', demoCardPath('Nøglen til huset'))
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Del adressen' }).click()
  await page.getByText('Adressen er kopieret.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  await page.getByText('QR-kode', { exact: true }).click()
  await page.getByRole('img', { name: `QR-kode til ${page.url()}` }).waitFor()
  await shot('qr')
})

test('the family of a card leads up to what it grew from, and down again', async () => {
  const { page, shot } = await journey.signIn('Mie Kjær', demoCardPath('Tavlen i garagen'))
  const family = page.getByRole('region', { name: 'Grebets slægt' })
  await family.getByText('Dette kort:').waitFor({ state: 'attached' })
  await shot('family')
  await family.getByRole('link', { name: 'Tolv minutter ved tavlen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tolv minutter ved tavlen' }).waitFor()
  await family.getByRole('link', { name: 'Tavlen i garagen' }).waitFor()
})

test('“det inspirerer mig” is said once and can be taken back', async () => {
  const { page } = await journey.signIn('Allan Buus', demoCardPath('En ny politik ind'))
  const button = page.getByRole('button', { name: 'Det inspirerer mig' })
  await button.click()
  await page.getByText('er inspireret.').waitFor()
  const words = await page.getByText('er inspireret.').textContent()
  await page.reload()
  await page.getByRole('button', { name: 'Det inspirerer mig', pressed: true }).waitFor()
  expect(await page.getByText('er inspireret.').textContent()).toBe(words)
  await button.click()
  await page.getByRole('button', { name: 'Det inspirerer mig', pressed: false }).waitFor()
})

test('a heart that did not land goes honestly back', async () => {
  const visitor = await journey.signIn('Mie Kjær', demoCardPath('En ny politik ind'))
  visitor.expect(/ERR_INTERNET_DISCONNECTED/)
  await visitor.page.getByRole('button', { name: 'Det inspirerer mig' }).waitFor()
  await visitor.context.setOffline(true)
  await visitor.page.getByRole('button', { name: 'Det inspirerer mig' }).click()
  await visitor.page.getByText('Det blev ikke gemt.').waitFor()
  await visitor.page.getByRole('button', { name: 'Det inspirerer mig', pressed: false }).waitFor()
})

test('a card is taken back with a sentence; who adopted it sees the trace, others nothing; and it comes back', async () => {
  const path = demoCardPath('Vi ringer på dag to')
  const reason = 'Vi er ved at skrive det om.'
  const karin = await journey.signIn('Karin Holm', path)
  await karin.page.getByText('Træk kortet tilbage').click()
  await karin.page.getByRole('button', { name: 'Træk tilbage', exact: true }).click()
  await karin.page.getByText('Skriv en sætning.').waitFor()
  await karin.page.getByLabel('Hvorfor trækker I det tilbage?').fill(reason)
  await karin.page.getByRole('button', { name: 'Træk tilbage', exact: true }).click()
  await karin.page.getByText('Trukket tilbage.').waitFor()
  await karin.shot('withdrawn')

  const mette = await journey.signIn('Mette Balslev', path)
  await mette.page.getByRole('heading', { name: 'Kortet er trukket tilbage' }).waitFor()
  await mette.page.getByText(`»${reason}«`).waitFor()
  expect(await mette.page.title()).toBe('Trukket tilbage – Konkrete greb')
  await mette.shot('trace')
  // They go on using it, and may say how it goes.
  await mette.page.getByRole('link', { name: 'Fortæl, hvordan det går' }).click()
  await mette.page.getByText('Voksenmyndighed har trukket kortet tilbage.').waitFor()

  const ole = await journey.visit({}, 'Ole Rask')
  ole.expect(/status of 404/)
  await ole.page.goto(`/auth/login?returnTo=${encodeURIComponent(path)}`)
  await ole.page.getByRole('button', { name: /^Ole Rask/ }).click()
  await ole.page.getByRole('heading', { name: 'Det er her ikke' }).waitFor()

  await karin.page.getByRole('link', { name: 'Vores enhed' }).click()
  const withdrawn = karin.page.getByRole('region', { name: 'Trukket tilbage' })
  await withdrawn.getByRole('link', { name: 'Vi ringer på dag to' }).click()
  await karin.page.getByRole('button', { name: 'Udgiv det igen' }).click()
  await karin.page.getByRole('link', { name: 'Ret kortet' }).waitFor()
  await ole.page.reload()
  await ole.page.getByRole('heading', { level: 1, name: 'Vi ringer på dag to' }).waitFor()
})

test('an address that names a comment lands on it, opened or gone to', async () => {
  const path = demoCardPath('Vi lukkede mødet')
  const { page } = await journey.signIn('Mette Balslev', path, { width: 360 })
  const last = page.locator('.talk article').last()
  const id = (await last.getAttribute('id')) ?? ''
  const hasLanded = () =>
    page.waitForFunction(id => {
      const { top, bottom } = document.getElementById(id)?.getBoundingClientRect() ?? { top: -1, bottom: -1 }
      return document.activeElement?.id === id && bottom > 0 && top < innerHeight
    }, id)
  await page.goto(`/profil`)
  await page.goto(`${path}#${id}`)
  await hasLanded()
  expect(await page.title()).toMatch(/^Vi lukkede mødet/)

  await page.getByRole('link', { name: 'Opdag' }).click()
  await page.getByRole('article').first().waitFor()
  await page.goBack()
  await hasLanded()
})

test('going back to a card finds the place where one left it', async () => {
  const { page } = await journey.signIn('Lis Overgaard', '/', { width: 360 })
  await page.getByRole('region', { name: 'Dagens blanding' }).getByRole('link').first().click()
  const similar = page.getByRole('region', { name: 'Lignende greb' }).getByRole('link').first()
  await similar.scrollIntoViewIfNeeded()
  const left = await page.evaluate(() => scrollY)
  expect(left).toBeGreaterThan(500)
  const title = (await similar.textContent()) ?? ''
  await similar.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.goBack()
  await page.waitForFunction(left => Math.abs(scrollY - left) < 50, left)
})

test('what a unit told is reported quietly, hidden by a moderator with a reason, and shown again', async () => {
  const path = demoCardPath('Vi lukkede mødet')
  const words = 'fordi brugerne selv bad om det'
  const mette = await journey.signIn('Mette Balslev', path)
  const theirs = 'erfaringen fra Aktivitetstilbuddet Værkstedet'
  await mette.page.getByRole('button', { name: `Anmeld ${theirs}` }).click()
  expect(await focused(mette.page)).toContain('Hvad er der galt?')
  await mette.page.keyboard.type('Her kan en borger kendes.')
  await mette.page.getByRole('button', { name: 'Send til moderatorerne' }).click()
  await mette.page.getByText('Tak. Moderatorerne ser på det.').waitFor()
  expect(await focused(mette.page)).toContain(`Anmeld ${theirs}`)

  const sofie = await journey.signIn('Sofie Brandt', '/moderation')
  await sofie.page
    .getByRole('article')
    .filter({ hasText: 'Her kan en borger kendes.' })
    .getByRole('link')
    .click()
  await sofie.page.getByRole('heading', { name: 'Aktivitetstilbuddet Værkstedet' }).waitFor()
  await sofie.page.getByRole('button', { name: `Skjul ${theirs}` }).click()
  await sofie.page.keyboard.type('Skriv det uden borgeren.')
  await sofie.page.getByRole('button', { name: 'Skjul', exact: true }).click()
  await sofie.page.getByText('En moderator har skjult erfaringen.').waitFor()
  expect(await accessibilityFaults(sofie.page)).toEqual([])

  await mette.page.reload()
  await mette.page.getByText('En moderator har skjult erfaringen.').waitFor()
  expect(await mette.page.getByText(words).count()).toBe(0)
  await sofie.page.getByRole('button', { name: 'Vis erfaringen igen' }).click()
  await sofie.page.getByText('En moderator har skjult erfaringen.').waitFor({ state: 'detached' })
  await mette.page.reload()
  await mette.page.getByText(words).waitFor()
})

test('a comment is mended and deleted by its author', async () => {
  const { page } = await journey.signIn('Zenia Ipsen', demoCardPath('Nøglen til huset'))
  await page.getByLabel('Skriv til Fritid og Foreninger').fill('Hvem låser af?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const mine = page.getByRole('article').filter({ hasText: 'Hvem låser af' }).last()
  await mine.getByRole('button', { name: 'Ret', exact: true }).click()
  await page.getByLabel('Ret din kommentar').fill('Hvem låser af om søndagen?')
  await page.getByRole('button', { name: 'Gem', exact: true }).click()
  await page.getByText('Hvem låser af om søndagen?').waitFor()
  await mine.getByRole('button', { name: 'Slet' }).click()
  await page.getByRole('button', { name: 'Slet kommentaren' }).click()
  await page.getByText('Hvem låser af om søndagen?').waitFor({ state: 'detached' })
})

test('an address of a comment leads to it, however many stand before it', async () => {
  const { origin, tokenFor } = journey.portal
  const karin = createPerson(origin, 'per_karin', await tokenFor('per_karin'))
  const id = demoCardId('Øv dig, hvor nogen lytter')
  for (let n = 0; n < 60; n++) await say(karin, id, `Spørgsmål nummer ${n}`)
  const last = await say(karin, id, 'Kan man låne et klaver?')
  const { page } = await journey.signIn('Lis Overgaard')
  await page.goto(`/greb/${id}#${last.id}`)
  await page.waitForFunction(id => document.activeElement?.id === id, last.id)
  expect(await page.locator(`#${last.id}`).textContent()).toContain('Kan man låne et klaver?')
})

test('what one writes below a long talk stays, once, and so does the rest that was on the page', async () => {
  const { origin, tokenFor } = journey.portal
  const karin = createPerson(origin, 'per_karin', await tokenFor('per_karin'))
  const path = demoCardPath('Vi lukkede mødet')
  const id = demoCardId('Vi lukkede mødet')
  for (let n = 0; n < 55; n++) await say(karin, id, `Spørgsmål nummer ${n}`)
  const { page } = await journey.signIn('Lis Overgaard', path)
  const reply = async (text: string) => {
    await page.locator('textarea').last().fill(text)
    const readAnew = page.waitForResponse(
      answer => answer.request().method() === 'GET' && answer.url().endsWith(`/initiatives/${id}`),
    )
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await readAnew
    await page.evaluate(() => new Promise(painted => requestAnimationFrame(() => setTimeout(painted))))
  }
  await page.getByText('Spørgsmål nummer 40').waitFor()
  await reply('Det gør vi også.')
  await page.getByText('Spørgsmål nummer 54').waitFor()
  expect(await page.getByText('Det gør vi også.').count()).toBe(1)
  await reply('Hver uge.')
  for (const text of ['Spørgsmål nummer 54', 'Det gør vi også.', 'Hver uge.'])
    expect(await page.getByText(text).count(), text).toBe(1)
})

test('a half comment stays with its card', async () => {
  const { page } = await journey.signIn('Lis Overgaard', demoCardPath('Nøglen til huset'))
  await page.getByLabel('Skriv til Fritid og Foreninger').fill('Hvem har')
  await page.getByRole('region', { name: 'Lignende greb' }).getByRole('link').first().click()
  await page.getByLabel('Skriv til Fritid og Foreninger').waitFor({ state: 'detached' })
  await page.locator('#snak').waitFor()
  expect(await page.getByText('Hvem har', { exact: true }).count()).toBe(0)
  expect(await page.locator('textarea').last().inputValue()).toBe('')
  await page.goBack()
  await page.getByLabel('Skriv til Fritid og Foreninger').waitFor()
  expect(await page.getByLabel('Skriv til Fritid og Foreninger').inputValue()).toBe('Hvem har')
})

test('what one does after going on to a like card is done to that one', async () => {
  const path = demoCardPath('Nøglen til huset')
  const sofie = await journey.signIn('Sofie Brandt', path)
  const { page } = sofie
  // Of the card that she deletes.
  sofie.expect(/status of 404/)
  const heart = page.getByRole('button', { name: 'Det inspirerer mig' })
  await heart.click()
  await page.getByRole('button', { name: 'Det inspirerer mig', pressed: true }).waitFor()
  const like = page.getByRole('region', { name: 'Lignende greb' }).getByRole('link').first()
  const title = (await like.textContent()) ?? ''
  await like.click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(await heart.getAttribute('aria-pressed')).toBe('false')
  await page.getByText('Slet for altid').click()
  const aside = page.getByRole('complementary', { name: 'Det praktiske' })
  await aside.getByRole('button', { name: 'Slet', exact: true }).click()
  await page.waitForURL(`${journey.portal.origin}/`)
  await page.goto(path)
  await page.getByRole('heading', { level: 1, name: 'Nøglen til huset' }).waitFor()
})

test('no page complained', () => expect(journey.complaints).toEqual([]))
