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
  await page.getByText('Stabe har givet 12 gange og taget 6 gange.').waitFor()
  expect(new URL(page.url()).searchParams.get('område')).toBe('stabe')

  // The flows as a table, in another order.
  await page.getByText('Efter stadie og udfald').click()
  const sort = page.getByRole('columnheader', { name: 'I brug' })
  await sort.getByRole('button').click()
  expect(await sort.getAttribute('aria-sort')).toBe('descending')

  await page.getByRole('link', { name: '2 fra Stabe til Skole og dagtilbud' }).click()
  await page.getByRole('heading', { level: 1, name: 'Grebene bag tallet' }).waitFor()
  await page
    .getByRole('link', { name: 'Stikprøve i stedet for dobbelt godkendelse af små fakturaer' })
    .waitFor()
  expect(await accessibilityFaults(page)).toEqual([])
})

test('it is read on a phone, and printed on two pages', async () => {
  const { page } = await journey.signIn('Birthe Salling', '/overblik', { width: 360, scheme: 'dark' })
  await page.getByRole('heading', { name: 'Det slap vi for' }).waitFor()
  expect(await sidewaysScroll(page)).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2)
})

test('its numbers open in a spreadsheet', async () => {
  const { page } = await journey.signIn('Lis Overgaard', '/overblik')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Hent strømmene til regneark' }).click()
  expect((await download).suggestedFilename()).toBe('stroemme.csv')
})
