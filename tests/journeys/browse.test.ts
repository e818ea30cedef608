import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Journey, type Page, startJourney } from '#tests/support/journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney('browse')
})
afterAll(() => journey.stop())

const titles = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: 'Dagens blanding' }).getByRole('heading', { level: 3 }).allTextContents()

test('what is chosen stands in the address, and going back undoes it', async () => {
  const { page } = await journey.signIn('Mie Kjær')
  const said = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
  await said('Her er 37 greb fra 8 områder.')
  await page.getByLabel('Område').selectOption('Social')
  await page.waitForURL('**/?area=social')
  await said('greb passer til det, I har valgt.')
  const social = await titles(page)
  await page.getByLabel('Erfaring').selectOption('Virker')
  await page.waitForURL('**/?area=social&experience=works')
  await page
    .getByRole('heading', { level: 3 })
    .nth(social.length - 1)
    .waitFor({ state: 'detached' })
  expect((await titles(page)).length).toBeLessThan(social.length)

  await page.goBack()
  await page.waitForURL('**/?area=social')
  await page
    .getByRole('heading', { level: 3 })
    .nth(social.length - 1)
    .waitFor()
  expect(await titles(page)).toEqual(social)
  expect(await page.getByLabel('Erfaring').inputValue()).toBe('')

  // The address is enough: somebody else opens it and sees the same.
  const other = await journey.signIn('Lis Overgaard', '/?area=social')
  await other.page
    .getByRole('heading', { level: 3 })
    .nth(social.length - 1)
    .waitFor()
  expect(await titles(other.page)).toEqual(social)
  expect(await other.page.getByLabel('Område').inputValue()).toBe('social')

  await page.getByRole('link', { name: 'Ryd valg' }).click()
  await said('Her er 37 greb fra 8 områder.')
})

test('more cards come while one scrolls, none twice, and going back finds the same place', async () => {
  const { page } = await journey.signIn('Rasmus Vind')
  await page.getByRole('status').filter({ hasText: '20 af 37 greb vist' }).waitFor()
  const first = await titles(page)
  expect(first).toHaveLength(20)
  await page.getByRole('button', { name: 'Vis 17 flere' }).scrollIntoViewIfNeeded()
  await page.getByRole('region', { name: 'Dagens blanding' }).getByRole('article').nth(36).waitFor()
  const all = await titles(page)
  expect(all.slice(0, 20)).toEqual(first)
  expect(new Set(all).size).toBe(37)

  const last = all.at(-1) ?? ''
  const link = page.getByRole('region', { name: 'Dagens blanding' }).getByRole('link', { name: last })
  await link.scrollIntoViewIfNeeded()
  await link.click()
  await page.getByRole('heading', { level: 1, name: last }).waitFor()
  await page.goBack()
  await link.waitFor()
  await page.waitForFunction(() => scrollY > 0)
  expect(await titles(page)).toEqual(all)
})

test('the button behind the scrolling works without it, and says when it cannot', async () => {
  const visitor = await journey.visit()
  // A browser that never tells what comes into view.
  await visitor.context.addInitScript(() => {
    Object.assign(globalThis, {
      IntersectionObserver: class {
        observe() {}
        disconnect() {}
      },
    })
  })
  const { page } = visitor
  await page.goto('/auth/login')
  await page.getByRole('button', { name: /^Allan Buus/ }).click()
  const more = page.getByRole('button', { name: 'Vis 17 flere' })
  await more.waitFor()
  visitor.expect(/ERR_INTERNET_DISCONNECTED/)
  await visitor.context.setOffline(true)
  await more.click()
  await page.getByText('De næste kunne ikke hentes.').waitFor()
  await visitor.context.setOffline(false)
  await more.click()
  await page.getByRole('region', { name: 'Dagens blanding' }).getByRole('article').nth(36).waitFor()
  await page.getByText('De næste kunne ikke hentes.').waitFor({ state: 'detached' })
  await more.waitFor({ state: 'detached' })
})

test('no page complained', () => expect(journey.complaints).toEqual([]))
