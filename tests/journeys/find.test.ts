import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, startJourney } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('find')
})
afterAll(() => journey.stop())

test('the list follows the words as one types, and one step back leaves the search', async () => {
  const { page } = await journey.signIn('Mie Kjær')
  await page.getByText('Her er 32 greb fra 8 områder.').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('sygefarvær', { delay: 30 })
  await page.waitForURL(/q=sygefarv/)
  await page.getByRole('link', { name: 'sygefravær', exact: true }).click()
  await page.getByText(/greb om »sygefravær«/).waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('sygefravær')
  expect(await page.locator('article h3 mark').first().textContent()).toBe('sygefravær')
  await page.goBack()
  await page.goBack()
  await page.getByText('Her er 32 greb fra 8 områder.').waitFor()
  expect(await page.getByRole('searchbox').inputValue()).toBe('')
})

test('an empty list invites, though no words near it can be had', async () => {
  const lis = await journey.signIn('Lis Overgaard', '/')
  const { page } = lis
  lis.expect(/status of 500/)
  await page.route(/\/catalogue\?.*limit=10(&|$)/, route => route.fulfill({ status: 500, body: '' }))
  const refusal = page.waitForResponse(answer => answer.status() === 500)
  await page.getByRole('searchbox').fill('bibliotekskort')
  await page.keyboard.press('Enter')
  await refusal
  await page.getByText('Eller se, hvad andre har arbejdet med').waitFor()
  await page.getByRole('heading', { name: 'Det har ingen delt noget om endnu' }).waitFor()
})

test('every page has the box, an empty list invites, and no CPR number is sent', async () => {
  const { page } = await journey.signIn('Lis Overgaard', '/enhed')
  await page.getByRole('searchbox', { name: 'Søg i alle greb' }).fill('svømmehal')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Det har ingen delt noget om endnu' }).waitFor()
  await page.getByRole('link', { name: 'Efterlys det i en mail' }).waitFor()
  await page.getByRole('searchbox').fill('bibliotekskort')
  await page
    .getByText('Ord, der minder om det')
    .getByRole('link', { name: 'biblioteket', exact: true })
    .click()
  await page.getByText(/greb om »biblioteket«/).waitFor()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.getByRole('searchbox').fill('070761-4285')
  await page.getByText('Søg uden det.').waitFor()
  await page.getByRole('searchbox').fill('tavlemøde')
  await page.getByText('2 greb om »tavlemøde«.').waitFor()
  expect(asked.filter(url => url.includes('4285'))).toEqual([])
})

test('no page complained', () => expect(journey.complaints).toEqual([]))
