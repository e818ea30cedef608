import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults, type Journey, sidewaysScroll, startJourney } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('overblik')
})
afterAll(() => journey.stop())
afterEach(() => expect(journey.complaints.splice(0)).toEqual([]))

test('a director sees what works where, how it travels, and the cards behind a number', async () => {
  const { page, shot } = await journey.signIn('Birthe Salling')
  await page.getByRole('link', { name: 'Overblik' }).click()
  const shelf = page.getByRole('region', { name: 'Virker flere steder' })
  await shelf.getByText(/^Virker i fem andre områder: .+, senest bekræftet i november/).waitFor()
  await page.getByText('53 af 74 gange har en enhed taget et greb fra et andet område.').waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  await shot('whole')

  // One area's giving and taking.
  await page.getByLabel('Område', { exact: true }).selectOption('Stabe')
  await page.getByText('Stabe har givet 12 gange og taget 6 gange, heraf 2 i eget område.').waitFor()
  expect(new URL(page.url()).searchParams.get('område')).toBe('stabe')

  // The flows as a table, in another order.
  await page.getByText('Efter stadie og udfald').click()
  const sort = page.getByRole('columnheader', { name: 'I brug' })
  await sort.getByRole('button').click()
  expect(await sort.getAttribute('aria-sort')).toBe('descending')
  await page.getByText('Måned for måned som tabel').click()
  await page.getByRole('columnheader', { name: 'Stoppet og lært af' }).waitFor()
  expect(await accessibilityFaults(page)).toEqual([])

  await page.getByRole('link', { name: '2 fra Stabe til Skole og dagtilbud', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Grebene bag tallet' }).waitFor()
  await page
    .getByRole('link', { name: 'Stikprøve i stedet for dobbelt godkendelse af små fakturaer' })
    .waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
  const list = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent dem til regneark' }).click()
  expect((await list).suggestedFilename()).toBe('greb.csv')

  // Back to the same area, by the link as by the browser's button; themes and what went away are of that area too.
  await page.getByRole('link', { name: 'Til overblikket' }).click()
  await page.getByText('Stabe har givet 12 gange og taget 6 gange, heraf 2 i eget område.').waitFor()
  await page.getByText('Delte greb efter tema i Stabe.').waitFor()
  await page.getByText('To skemaer, møder og godkendelser i Stabe, der er væk').waitFor()
  await page.getByText('Måned for måned som tabel').click()
  await page
    .getByRole('link', { name: /^\d+ taget til sig i .+ 20\d\d$/ })
    .first()
    .click()
  await page.getByText(/^\d+ greb: taget til sig, i Stabe, .+ 20\d\d\./).waitFor()
  await page.goBack()
  await page.getByText('Stabe har givet 12 gange og taget 6 gange, heraf 2 i eget område.').waitFor()
})

test('it is read on a phone, and printed on two pages', async () => {
  const { page } = await journey.signIn('Birthe Salling', '/overblik', { width: 360, scheme: 'dark' })
  await page.getByRole('heading', { name: 'Det slap vi for' }).waitFor()
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  const pages = async () =>
    (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)
  expect(await pages()).toHaveLength(2)
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('heading', { name: 'Det handler grebene om' }).waitFor()
  await page.getByText(/20\d\d\. Alle områder, hele tiden\.$/).waitFor()

  // However much units write.
  await page.locator('.shelves :is(h3 a, .why), .rid p').evaluateAll(texts => {
    for (const text of texts) text.textContent = 'Vi prøver noget nyt. '.repeat(14)
  })
  expect(await pages()).toHaveLength(2)
})

test('its numbers open in a spreadsheet', async () => {
  const { page } = await journey.signIn('Lis Overgaard', '/overblik')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent strømmene til regneark' }).click()
  expect((await download).suggestedFilename()).toBe('stroemme.csv')
})
